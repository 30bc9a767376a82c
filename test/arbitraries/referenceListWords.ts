import {
  acrList,
  groupList,
  invalidReferences,
  type ReferenceList,
  scopeList,
  validReferences,
} from '../../fixtures/arbitraries/referenceList.ts';
import { brokenReferencesRules, isCorrectReferences } from '../../fixtures/arbitraries/referenceListRules.ts';
import { type Population, populationsOf } from './populations.ts';

const uuids = (count: number) =>
  Array.from({ length: count }, (_, index) => `11111111-1111-4111-8111-${String(index).padStart(12, '0')}`);

/** The lists of references of an operation. */
export const referenceListWords: readonly Population[] = [
  ...words('group references', groupList, uuids(27)),
  ...words('scope references', scopeList, uuids(12)),
  ...words('ACR lists', acrList, uuids(3)),
];

function words(word: string, list: ReferenceList, ids: readonly string[]): readonly Population[] {
  return populationsOf<unknown>(word, {
    valid: validReferences(list, ids),
    invalid: invalidReferences(list, ids),
    brokenRules: (value) => brokenReferencesRules(value, list, ids),
    isCorrect: (value) => isCorrectReferences(value, list, ids),
  });
}
