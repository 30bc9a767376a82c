import { expect, test } from 'vitest';
import { keeps } from '../../fixtures/kept.ts';
import { lengthened } from '../../fixtures/mutations/maxLength.ts';
import { outOfRange } from '../../fixtures/mutations/minimum.ts';
import { valueAt, without, withValue } from '../../fixtures/mutations/path.ts';
import { wrongElement, wrongScalars, wrongStructures } from '../../fixtures/mutations/type.ts';
import { filledIn, placeholder } from '../../fixtures/placeholders.ts';

const body = {
  name: 'a',
  paths: [
    { type: 'EXACT', pattern: '/a' },
    { type: 'EXACT', pattern: '/b' },
  ],
};

test('a path leads through objects and to the first element of a list', () => {
  expect(valueAt(body, 'paths[].pattern')).toBe('/a');
  expect(valueAt(body, 'paths[].id')).toBeUndefined();
  expect(valueAt({ list: [] }, 'list[].id')).toBeUndefined();
});

test('a changed copy differs in one place and leaves the original alone', () => {
  const before = structuredClone(body);
  expect(withValue(body, 'paths[].pattern', '/c')).toEqual({
    name: 'a',
    paths: [{ type: 'EXACT', pattern: '/c' }, body.paths[1]],
  });
  expect(without(body, 'paths[].pattern').paths).toEqual([{ type: 'EXACT' }, body.paths[1]]);
  expect(withValue({}, 'a.b', 1)).toEqual({ a: { b: 1 } });
  expect(withValue({ a: 1 }, 'a', null)).toEqual({ a: null });
  expect(body).toEqual(before);
});

test('no wrong structure has the documented type, and no wrong scalar either', () => {
  expect(wrongStructures({ type: 'string' }, 'x').some((wrong) => typeof wrong === 'string')).toBe(false);
  expect(wrongStructures({ type: ['array', 'null'] }, ['GET']).some(Array.isArray)).toBe(false);
  expect(wrongStructures({ type: 'object' }, { id: 'x' })).toEqual(['x', [{ id: 'x' }]]);
  expect(wrongScalars({ type: 'integer' }, 300, 7)).toEqual(['300']);
  expect(wrongScalars({ type: 'string' }, 'x', 7)).toEqual([7, true]);
  expect(wrongElement({ type: 'object' }, { id: 'x', type: 'y' })).toBe('x');
});

test('limits are met and passed by one', () => {
  expect(lengthened('https://a', 12)).toBe('https://aaaa');
  expect(outOfRange({ minimum: 1 }, 'minimum')).toEqual([0, -1]);
  expect(outOfRange({ minimum: 1 }, 'maximum')).toEqual([]);
});

test('a kept value may gain members and lose, change or reorder nothing', () => {
  expect(keeps([{ id: 'a', name: 'n' }], [{ id: 'a' }])).toBe(true);
  expect(keeps(undefined, null)).toBe(true);
  expect(keeps('a', undefined)).toBe(false);
  expect(keeps(['b', 'a'], ['a', 'b'])).toBe(false);
  expect(keeps(['a', 'b'], ['a'])).toBe(false);
});

test('a placeholder is made once a value, and only where it stands', async () => {
  let made = 0;
  const make = () => `made "${++made}"`;
  const value = { ids: [placeholder('group', 1), placeholder('group', 1), placeholder('group', 2)] };
  const filled = await filledIn(value, { group: make }, {} as never, { collection: '', ids: {} });
  expect(filled.ids).toEqual(['made "1"', 'made "1"', 'made "2"']);
  await expect(filledIn(value, {}, {} as never, { collection: '', ids: {} })).rejects.toThrow(
    'nothing makes',
  );
});
