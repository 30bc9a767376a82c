import { readdirSync, readFileSync } from 'node:fs';
import type { Fault } from '../../emulator/defects/defect.ts';
import { body, isObject } from '../../emulator/defects/faults/answers.ts';
import { together } from '../../emulator/defects/faults/state.ts';
import type { Variant } from '../../emulator/variants/variant.ts';
import { matchOperation, properties } from '../../schemas/contract.ts';

type Json = Record<string, unknown>;
type Example = {
  readonly operation: string;
  readonly truncated?: string;
  readonly response: { readonly status: number | null; readonly body: unknown };
};

const FOLDER = new URL('../../fixtures/examples/', import.meta.url);
/** Links are looked at one by one; a policy belongs to custom policies, which no sample switches on. */
const KEPT = ['_links', 'policy'];
const id = '11111111-1111-4111-8111-111111111111';

/** Answers in the form of the published samples: no member that a server sets and no link that they do not have. */
export const samples: Variant = {
  id: 'published-samples',
  describes: 'shows, of what a server adds, only what the published samples show',
  apply: together(...readdirSync(FOLDER).flatMap(faultOf)),
};

function faultOf(file: string): readonly Fault[] {
  const example = JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8')) as Example;
  const { status, body: shown } = example.response;
  const [method = '', path = ''] = example.operation.split(' ');
  const operation = matchOperation(method, path.replaceAll(/\{\w+\}/g, id), 'api');
  // Of earlier samples the newer ones have more; of those that break off, nobody knows.
  if (/earlier/.test(file) || example.truncated !== undefined || operation === undefined) return [];
  if (status === null || status >= 300 || !isObject(shown)) return [];
  const model = operation.model === undefined ? [] : properties(operation.model);
  const added = model.filter(({ readOnly }) => readOnly).map((property) => property.path);
  const where = `${method} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`;
  return [
    body(where, (answered) => {
      const [own, theirs] = [membersOf(answered), membersOf(shown)];
      if (own === undefined) reduce(answered, [shown], added);
      else for (const one of own) reduce(one, theirs ?? [], added);
    }),
  ];
}

/** Takes away what a server added and none of the samples has. */
function reduce(answered: Json, shown: readonly Json[], added: readonly string[]): void {
  if (shown.length === 0) return;
  for (const name of added)
    if (!KEPT.includes(name) && shown.every((one) => !(name in one))) delete answered[name];
  const links = answered._links;
  if (!isObject(links)) return;
  for (const name of Object.keys(links))
    if (shown.every((one) => !isObject(one._links) || !(name in one._links))) delete links[name];
}

function membersOf(page: Json): readonly Json[] | undefined {
  if (!isObject(page._embedded) || page.id !== undefined) return undefined;
  return Object.values(page._embedded).flat().filter(isObject);
}
