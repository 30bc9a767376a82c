import { apiServerOperations as operations } from '../../collections/apiServerOperations.ts';
import { status } from '../../defects/faults/answers.ts';
import { valueIn, withIn } from '../../defects/faults/nested.ts';
import { placesOf } from '../../defects/where.ts';
import { isObject, type Json, type JsonObject } from '../../json/json.ts';
import { demands, takesAs } from '../bodies.ts';
import type { OtherReadings } from '../variant.ts';

const permission = 'accessControl.permission';

/** What the documents say of operations of API services in two ways. */
export const apiServerOperations: OtherReadings = {
  'operation-update-status': [
    ['answers 201 to the replacement of an operation', status(placesOf(operations).replace, 200, 201)],
  ],
  'operation-permission-id': [
    [
      'takes a permission rule without an id for none',
      takesAs(operations, (sent) =>
        without(sent, permission, (rule) => isObject(rule) && (rule.id ?? null) === null),
      ),
    ],
  ],
  'operation-match-type': [
    [
      'demands the match type of a scope rule',
      demands(operations, 'accessControl.scope.matchType', (sent) =>
        isObject(valueIn(sent, 'accessControl.scope') as Json),
      ),
    ],
  ],
  'operation-custom': [
    [
      'does not look at custom policies of an operation, whatever they are',
      takesAs(operations, (sent) => without(sent, 'accessControl.custom', () => true)),
    ],
  ],
  'operation-methods-values':
    'The stance takes any token as a method: a server that takes a few of them only is judged to be wrong.',
  'operation-element-notation':
    'It is about how tables write the entries of a list; no sample and no client wraps an entry in a member named element.',
};

/** A body without what stands at a path, where that is of a kind. */
function without(sent: JsonObject, path: string, when: (value: Json) => boolean): JsonObject {
  const value = valueIn(sent, path) as Json | undefined;
  return value !== undefined && when(value) ? (withIn(sent, path, undefined) as JsonObject) : sent;
}
