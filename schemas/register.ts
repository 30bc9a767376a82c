/** The requirements, and where documents disagree. */
import { json, names } from './documents.ts';

/** One thing that the documents demand. */
export type Requirement = {
  readonly id: string;
  readonly area: string;
  readonly level: 'must' | 'should' | 'may';
  /** How it is known: a sentence, a published example, or a published client. */
  readonly evidence: 'documented' | 'example' | 'client';
  readonly kind: string;
  readonly text: string;
  readonly source: { readonly document: string; readonly section: string };
  /** `METHOD path` with the path templates of the contract; paths below authPath start with `{authPath}`. */
  readonly operations?: readonly string[];
  /** The class of operations a generic requirement holds for, in words; counted once per resource. */
  readonly appliesTo?: string;
  /** What a target needs to have for it to be exercised. */
  readonly capability?: string;
  readonly conflict?: string;
  /** How it is provoked, in words. */
  readonly provoke?: string;
  /** What passes, in words. */
  readonly expect?: string;
  /** Why no case exercises it. */
  readonly excluded?: string;
};

/** A point on which documents disagree. */
export type Conflict = {
  readonly id: string;
  readonly point: string;
  readonly readings: readonly { readonly text: string; readonly sources: readonly string[] }[];
  /** What the suite accepts. */
  readonly stance: string;
  readonly rows: readonly string[];
  /** Files of fixtures/examples that show one of the readings. */
  readonly examples: readonly string[];
};

type RequirementFile = {
  readonly area: string;
  readonly title: string;
  readonly requirements: Readonly<Record<string, Omit<Requirement, 'id' | 'area'>>>;
};

let register: ReadonlyMap<string, Requirement> | undefined;

/** Every requirement by id, area by area. */
export const requirements = (): ReadonlyMap<string, Requirement> => {
  register ??= new Map(
    names('requirements/').flatMap((name) => {
      const { area, requirements: rows } = json(`requirements/${name}.json`) as RequirementFile;
      return Object.entries(rows).map(([id, row]) => [id, { id, area, ...row }] as const);
    }),
  );
  return register;
};

/**
 * The requirement with an id.
 * @throws when there is none
 */
export const requirement = (id: string): Requirement => {
  const found = requirements().get(id);
  if (found === undefined)
    throw new Error(`no requirement ${id}; see schemas/requirements for the ids there are`);
  return found;
};

/** Every conflict between documents, area by area. */
export const conflicts = (): readonly Conflict[] =>
  names('conflicts/').flatMap((name) => json(`conflicts/${name}.json`) as readonly Conflict[]);
