import { expect, test } from 'vitest';
import { sitesOf, switchable } from './sites.mjs';

const source = `
async function run(scope: Scope): Promise<void> {
  assertStatus(await scope.api.get(path), 200);
  await proveOpen(scope, resource);
  const found = assertFound(answer);
  if (found) assert(a, 'one'); else assert(b, 'other');
  await holdsForAll(scope, { attempt: async () => assertRefused(await send()) });
  describeExchange(found);
}
`;

test('assertions are calls whose result nothing uses', () => {
  const texts = sitesOf('checks/one.ts', source).map(({ id, text }) => `${id} ${text.split('(')[0]}`);
  expect(texts).toEqual([
    'checks/one.ts:3 assertStatus',
    'checks/one.ts:4 proveOpen',
    'checks/one.ts:6 assert',
    'checks/one.ts:6#2 assert',
    'checks/one.ts:7 holdsForAll',
    'checks/one.ts:7#2 assertRefused',
  ]);
});

test('each of them can be left out by its id, and what it is about is done all the same', () => {
  const switched = switchable('checks/one.ts', source);
  for (const part of [
    'await (assertionStands("checks/one.ts:4") ? proveOpen(scope, resource) : void [scope, resource]);',
    'assertStatus(await scope.api.get(path), 200) : void [await scope.api.get(path), 200]);',
    'async () => (assertionStands("checks/one.ts:7#2") ? assertRefused(await send()) : void [await send()]) })',
  ])
    expect(switched).toContain(part);
});
