import type { Answer } from '../../http/answer.ts';
import { invalidData } from '../../http/errors.ts';
import { invalid } from '../../validation/faults.ts';
import { defectsOf, type Fault, type Way } from '../defect.ts';
import { gives } from '../faults/members.ts';
import { asks, query } from '../faults/requests.ts';
import { askedOf } from '../reply.ts';
import { at } from './places.ts';

const kinds = ['groups', 'scopes', 'authenticationPolicies'] as const;

/** What a server can do wrong with `expand` where an operation is read. */
export const expansion = defectsOf({
  'api-server-operations-expand-groups': ways('groups'),
  'api-server-operations-expand-scopes': ways('scopes'),
  'api-server-operations-expand-authentication-policies': ways('authenticationPolicies'),
  'api-server-operations-expand-several': [
    ['honours the first value of expand only', query(at.read, 'expand', (value) => value.split(',')[0])],
    ['honours the last value of expand only', query(at.read, 'expand', (value) => value.split(',').at(-1))],
    [
      'takes the values of expand for one name',
      query(at.read, 'expand', (value) => value.replaceAll(',', ';')),
    ],
  ],
  'api-server-operations-expand-none': [
    ['embeds related resources always', expandsAlways(kinds.join(','))],
    ['embeds the groups of a rule always', expandsAlways('groups')],
    ['embeds the policies of a rule always', expandsAlways('authenticationPolicies')],
  ],
  'api-server-operations-expand-without-rule': [
    [
      'answers 400 to expand where there is no rule',
      withoutRule(() => {
        throw invalidData([invalid('expand', 'There is nothing to expand.')]);
      }),
    ],
    [
      'answers 500 to expand where there is no rule',
      withoutRule(() => {
        throw new Error('nothing to expand');
      }),
    ],
    [
      'embeds something where there is no rule',
      withoutRule((answer) => ({
        ...answer,
        body: { ...answer.body, _embedded: { groups: [{ id: null }] } },
      })),
    ],
  ],
});

function ways(kind: (typeof kinds)[number]): readonly Way[] {
  return [
    [`embeds no ${kind}`, query(at.read, 'expand', (value) => without(value, kind))],
    [`embeds an empty list of ${kind}`, gives(at.read, `_embedded.${kind}`, [])],
    [`embeds ${kind} without their ids`, gives(at.read, `_embedded.${kind}.*.id`, undefined)],
    [
      `embeds the only one of ${kind} outside a list`,
      gives(at.read, `_embedded.${kind}`, ([one]: readonly unknown[]) => one),
    ],
  ];
}

function without(value: string, kind: string): string | undefined {
  const others = value.split(',').filter((one) => one !== kind);
  return others.length === 0 ? undefined : others.join(',');
}

function expandsAlways(value: string): Fault {
  return asks(at.read, (request, { path, query: asked }) => {
    asked.set('expand', value);
    request.raw.url = `${path}?${asked}`;
  });
}

/** Answers in another way where `expand` meets an operation without rules. */
function withoutRule(other: (answer: Answer) => Answer): Fault {
  return (parts) =>
    parts.wrap(at.read, (handler) => async (request) => {
      const answer = await handler(request);
      const bare = askedOf(request).query.has('expand') && answer.body?.accessControl === undefined;
      return bare ? other(answer) : answer;
    });
}
