import type { Fault } from '../schemas/events.ts';
import type { Conformance } from './conformance.ts';

/** `1 case`, `2 cases`, `1,204 cases`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${grouped(count)} ${count === 1 ? one : many}`;
}

/** A count with its thousands set apart. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** A duration as a person would say it: `840 ms`, `12.4 s`, `3 min 20 s`. */
export function duration(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`;
  if (ms < 60_000) return `${(ms / 1000).toFixed(1)} s`;
  return `${Math.floor(ms / 60_000)} min ${Math.round((ms % 60_000) / 1000)} s`;
}

/** A size as a person would say it. */
export function size(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${(bytes / 1024).toFixed(1)} KiB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MiB`;
}

export const VERDICT_WORDS: Readonly<Record<Conformance['verdict'], string>> = {
  conformant: 'Conformant',
  'not conformant': 'Not conformant',
  incomplete: 'Incomplete',
  'target broke down': 'The target broke down',
};

/** Whose fault, as a clause. */
export const FAULT_WORDS: Readonly<Record<Fault, string>> = {
  target: 'looks like the target’s fault',
  contract: 'looks like a fault of the contract',
  suite: 'looks like a fault of this suite',
  configuration: 'looks like a fault of the configuration',
  environment: 'looks like a fault of the surroundings (network, machine)',
};
