import fc from 'fast-check';

/** Texts that nobody writes on purpose. */
export const oddText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '%',
    '%00',
    '%ff%fe',
    '..',
    '../..',
    '__proto__',
    'constructor',
    'toString',
    'null',
    '\u0000',
    '😀',
    '\ud800',
    '\u202e',
    'é',
    '"',
    "' or 1=1",
    '{{id}}',
    '1e999',
    '-0',
  ),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.uuid(),
  fc.integer({ min: 1, max: 3000 }).map((length) => 'a'.repeat(length)),
);

/** Values of every JSON type, shallow. */
export const oddValue: fc.Arbitrary<unknown> = fc.oneof(
  oddText,
  fc.constantFrom<unknown>(null, true, false, 0, -1, 1.5, 1e308, 2 ** 53, [], {}, [[]], [null], { id: null }),
  fc.jsonValue({ maxDepth: 2 }),
);

const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);
const nestedObjects = (levels: number) => '{"name":'.repeat(levels) + '1' + '}'.repeat(levels);

/** JSON, nearly JSON and no JSON at all, as texts that an object in a program cannot be. */
export const oddDocument: fc.Arbitrary<string | Uint8Array> = fc.oneof(
  fc.constantFrom(
    '{"name":"a","name":"b"}',
    '{"__proto__":{"name":"a"},"name":"b"}',
    '{"constructor":{"prototype":{"name":"a"}},"name":"b"}',
    '{"name":"\\ud800"}',
    '{"name":"\\u0000"}',
    '{"name":1e400}',
    `{"name":${'9'.repeat(400)}}`,
    '{"name":-1e-400,"description":0.1e1}',
    '{"name":NaN}',
    '{"name":"a"',
    '{"name":"a"}}',
    "{'name':'a'}",
    '\ufeff{"name":"a"}',
    '[]',
    'null',
    '"text"',
    '',
    ' ',
  ),
  fc.integer({ min: 1, max: 5000 }).map(nested),
  fc.integer({ min: 1, max: 5000 }).map(nestedObjects),
  fc.jsonValue({ maxDepth: 4 }).map((value) => JSON.stringify(value)),
  fc.uint8Array({ maxLength: 60 }),
  fc
    .uint8Array({ maxLength: 20 })
    .map((bytes) => Buffer.concat([Buffer.from('{"name":"'), bytes, Buffer.from('"}')])),
);

/** How a large body is made; it is only made when it is sent. */
export type LargeBody = { readonly form: (typeof forms)[number]; readonly bytes: number };

const forms = ['text', 'members', 'numbers', 'nesting', 'spaces', 'invalid UTF-8', 'duplicates'] as const;

/** Large bodies up to a little more than what is taken, which is 1 MB. */
export const largeBody: fc.Arbitrary<LargeBody> = fc.record({
  form: fc.constantFrom(...forms),
  bytes: fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min: 10_000, max: 1024 * 1024 }) },
    { weight: 1, arbitrary: fc.constantFrom(1024 * 1024 - 1, 1024 * 1024, 1024 * 1024 + 1, 1_200_000) },
  ),
});

/** The bytes of a large body; its size is met exactly where the form allows it. */
export function makeLarge({ form, bytes }: LargeBody): Buffer {
  const around = (before: string, filling: string, after: string) => {
    const room = bytes - before.length - after.length;
    return Buffer.from(before + filling.repeat(Math.ceil(room / filling.length)).slice(0, room) + after);
  };
  switch (form) {
    case 'text':
      return around('{"name":"large","description":"', 'abc ', '"}');
    case 'members': {
      const members = Array.from(
        { length: Math.floor(bytes / 12) },
        (_, index) => `"m${index}":${index % 10}`,
      );
      return Buffer.from(`{${members.join(',')}}`);
    }
    case 'numbers':
      return around('{"name":[0', ',1', ']}');
    case 'nesting':
      return Buffer.from(nested(Math.floor(bytes / 2)));
    case 'spaces':
      return around('{"name":', ' ', '"large"}');
    case 'invalid UTF-8':
      return Buffer.concat([around('{"name":"', 'é', ''), Buffer.from([0xc3, 0x28])]);
    default:
      return around('{"name":1', ',"name":1', '}');
  }
}
