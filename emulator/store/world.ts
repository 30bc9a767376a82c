import { randomBytes } from 'node:crypto';
import { Agenda } from './agenda.ts';
import { type DeploymentSettings, standardDeployment } from './deploymentSettings.ts';
import { type Entry, Shelf } from './shelf.ts';

/**
 * Everything one emulator knows. Shelves belong to an owner: the id of an environment, the id of an organization,
 * or `platform` for what lies outside both.
 */
export class World {
  /** the organization of each environment that exists */
  readonly organizationOf = new Map<string, string>();
  /** signs cursors, so that only cursors of this emulator are taken */
  readonly cursorSecret = randomBytes(32);
  /** changes that come by themselves */
  readonly agenda = new Agenda();
  readonly deployment: DeploymentSettings;
  readonly #owners = new Map<string, Map<string, Shelf>>();
  #sequence = 0;

  constructor(deployment: Partial<DeploymentSettings> = {}) {
    this.deployment = { ...standardDeployment, ...deployment };
  }

  /** The shelf of one kind of resource of one owner. */
  shelf<T>(ownerId: string, kind: string): Shelf<T> {
    const shelves = this.#owners.get(ownerId) ?? this.#addOwner(ownerId);
    const known = shelves.get(kind);
    if (known !== undefined) return known as Shelf<T>;
    const shelf = new Shelf<T>();
    shelves.set(kind, shelf as Shelf);
    return shelf;
  }

  /** Removes an owner with everything it has. */
  drop(ownerId: string): void {
    this.#owners.delete(ownerId);
  }

  /** A new entry, not yet on a shelf; both times are now. */
  entry<T>(id: string, parentId: string, value: T): Entry<T> {
    const now = new Date().toISOString();
    return { id, parentId, sequence: ++this.#sequence, createdAt: now, updatedAt: now, value };
  }

  #addOwner(ownerId: string): Map<string, Shelf> {
    const shelves = new Map<string, Shelf>();
    this.#owners.set(ownerId, shelves);
    return shelves;
  }
}

/** Owner of what lies outside organizations and environments. */
export const platform = 'platform';

/** The same entry with another value, changed now. */
export function changed<T>(entry: Entry<T>, value: T): Entry<T> {
  return { ...entry, value, updatedAt: new Date().toISOString() };
}
