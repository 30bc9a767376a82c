import { expect, test } from 'vitest';
import { alter } from '../../emulator/defects/parts.ts';
import { signingKey } from '../../emulator/oauth/signingKey.ts';
import { TokenCache } from '../../emulator/oauth/tokenCache.ts';
import { defaultSeed } from '../../emulator/seed.ts';
import { plant } from '../../emulator/store/plant.ts';
import { requirements } from '../../schemas/contract.ts';
import { knownDefects } from './known.ts';

test('every defect breaks requirements that can be judged', async () => {
  const register = requirements();
  const wrong = (await knownDefects()).flatMap(({ id, breaks }) =>
    breaks
      .filter((one) => register.get(one) === undefined || register.get(one)?.excluded !== undefined)
      .map((one) => `${id} breaks ${one}`),
  );
  expect(wrong).toEqual([]);
});

test('no two defects are told in the same words', async () => {
  const words = (await knownDefects()).map(({ describes }) => describes);
  expect(words.filter((one, index) => words.indexOf(one) !== index)).toEqual([]);
});

test('every defect can be planted', async () => {
  const key = await signingKey();
  const gatekeeper = { world: plant(defaultSeed), key, tokens: new TokenCache() };
  for (const { id, apply } of await knownDefects()) {
    expect(() => alter(apply, gatekeeper, defaultSeed).restore(), id).not.toThrow();
  }
});
