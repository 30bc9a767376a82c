import { existsSync, readdirSync } from 'node:fs';
import type { Defect } from '../../emulator/defects/defect.ts';

/** Files beside the defects. */
const PARTS = ['catalogue', 'defect', 'parts', 'reply', 'where'];
const DEFECTS = new URL('../../emulator/defects/', import.meta.url);

/**
 * The defects that can be planted: those of the emulator, area by area, and those of how the suite itself addresses
 * a target. With an area, only its file or folder is loaded.
 * @throws UnknownArea for an area that has none, Error for an id that is used twice
 */
export async function knownDefects(area?: string): Promise<readonly Defect[]> {
  const defects = area === undefined ? await allDefects() : await defectsOfArea(area);
  const ids = new Set<string>();
  for (const { id } of defects) {
    if (ids.has(id))
      throw new Error(`two defects have the id ${id}; list the ways to break a row in one place`);
    ids.add(id);
  }
  return defects;
}

async function allDefects(): Promise<readonly Defect[]> {
  const { catalogue } = await import('../../emulator/defects/catalogue.ts');
  const { addressingDefects } = await import('./addressing.ts');
  return [...catalogue, ...addressingDefects];
}

/** An area that has no defects of its own was asked for. */
export class UnknownArea extends Error {}

function areas(): readonly string[] {
  const all = readdirSync(DEFECTS).map((name) => name.replace(/\.ts$/, ''));
  const hasDefects = (name: string) =>
    existsSync(new URL(`${name}/all.ts`, DEFECTS)) ||
    (existsSync(new URL(`${name}.ts`, DEFECTS)) && !PARTS.includes(name));
  return [...all.filter(hasDefects), 'regions'];
}

async function defectsOfArea(area: string): Promise<readonly Defect[]> {
  const places = [new URL(`${area}/all.ts`, DEFECTS), new URL(`${area}.ts`, DEFECTS)];
  const file =
    area === 'regions' ? new URL('addressing.ts', import.meta.url) : places.find((one) => existsSync(one));
  if (file === undefined)
    throw new UnknownArea(`no area is called ${area}; expected one of ${areas().join(', ')}`);
  const found = Object.values((await import(file.href)) as Record<string, unknown>).find(Array.isArray);
  if (found === undefined) throw new Error(`${file.pathname} exports no defects`);
  return found as readonly Defect[];
}
