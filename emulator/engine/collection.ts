import type { Family } from '../access/roles.ts';
import type { FilterPolicy } from '../filter/policy.ts';
import type { Detail } from '../http/errors.ts';
import type { LicenseFlag } from '../http/route.ts';
import type { Entry } from '../store/shelf.ts';
import type { Check } from '../validation/checks.ts';
import type { Faults } from '../validation/faults.ts';
import type { PageLimits, SortKey } from './page.ts';
import type { Parent, Place } from './place.ts';

/** What the body of an answer shows of one entry. */
export type Representation = { readonly [member: string]: unknown };

/** What can be done with a collection and its members. */
export type Verb = 'list' | 'create' | 'read' | 'replace' | 'patch' | 'remove';

/** A value that only one member may have: the key it stands under, and what the refusal says. */
export type UniqueRule<T> = {
  readonly target: string;
  /** undefined when this value claims nothing */
  readonly key: (value: T, parentId: string) => string | undefined;
  readonly message: string;
};

/** How many members there may be, below one parent or in all. */
export type Quota = { readonly maximum: number; readonly per: 'environment' | 'parent' };

/** A property that a replacement cannot change: another value is refused, or the old one kept silently. */
export type ImmutableRule<T> = {
  readonly property: keyof T & string;
  readonly otherValue: 'refuse' | 'keep';
};

/** A write that is being judged. */
export type Candidate<T> = {
  readonly value: T;
  /** the stored entry, when it is to be replaced */
  readonly previous: Entry<T> | undefined;
  readonly place: Place;
};

/**
 * One collection of the API, as data and small functions; the engine does the rest. T is what is stored: the
 * writable properties, plus what the platform keeps beside them.
 */
export type Collection<T> = {
  /** name of the shelf and, unless said otherwise, of the array below `_embedded` */
  readonly kind: string;
  /** below /v1; begins with /environments/:environmentId unless `level` says otherwise */
  readonly path: string;
  /** parameter that names one member */
  readonly item: string;
  readonly level?: 'organization';
  readonly parent?: Parent;
  readonly embedded?: string;
  readonly family: Family;
  readonly license?: LicenseFlag;
  readonly verbs: readonly Verb[];
  readonly model: Check;
  /** further media types of create bodies */
  readonly alsoAccepts?: readonly string[];
  readonly represent: (entry: Entry<T>, place: Place) => Representation;

  readonly unique?: readonly UniqueRule<T>[];
  readonly quota?: Quota;
  readonly immutable?: readonly ImmutableRule<T>[];
  /** what the model alone cannot judge: references, and properties that depend on one another */
  readonly verify?: (candidate: Candidate<T>, faults: Faults) => void;
  /** adds what the platform keeps beside the writable properties */
  readonly complete?: (candidate: Candidate<T>) => T;
  /** why an entry cannot be removed */
  readonly keep?: (entry: Entry<T>, place: Place) => Detail | undefined;
  /** what else changes when an entry was created or replaced */
  readonly stored?: (entry: Entry<T>, place: Place) => void;
  /** what else goes when an entry was removed */
  readonly removed?: (entry: Entry<T>, place: Place) => void;

  /** for members that the path names by a resource they refer to: that resource's id */
  readonly namedBy?: (value: T) => string;
  /** the members, where they are not simply those below the parent */
  readonly members?: (place: Place) => Iterable<Entry<T>>;
  readonly filters?: FilterPolicy<Entry<T>>;
  readonly orders?: { readonly [attribute: string]: SortKey<T> };
  /** order of a list that nobody orders, one of `orders`; by age when left out */
  readonly standardOrder?: string;
  readonly page?: PageLimits;
  /** links of a list beside those to itself and its neighbours */
  readonly listLinks?: (place: Place) => { readonly [name: string]: string };
  /** related resources that `expand` adds below `_embedded`, by name */
  readonly expand?: { readonly [name: string]: (entry: Entry<T>, place: Place) => unknown };
  /** what happens to other values of `expand`; ignored unless a document says that no other is accepted */
  readonly otherExpansion?: 'refuse';
  /** the population an entry belongs to, where roles for a population reach it */
  readonly populationOf?: (entry: { readonly id: string; readonly value: T }) => string;
};

/** Page sizes where no document gives any: nothing is split until a thousand members. */
export const undocumentedLimits: PageLimits = { maximum: 1000, standard: 1000 };
