import { expect, test } from 'vitest';
import { bundle, operations } from '../../schemas/contract.ts';

const whole = bundle();
const text = JSON.stringify(whole);

test('the bundle has every operation of the contract', () => {
  const ids = Object.values(whole.paths ?? {}).flatMap((pathItem) =>
    Object.values(pathItem ?? {}).flatMap((each) => (each as { operationId?: string }).operationId ?? []),
  );
  expect(ids.sort()).toEqual(
    operations()
      .map(({ id }) => id)
      .sort(),
  );
});

test('every reference of the bundle leads to a place within it', () => {
  const references = [...text.matchAll(/"\$ref":"([^"]+)"/g)].map((match) => match[1] ?? '');
  expect(references.length).toBeGreaterThan(0);
  for (const reference of new Set(references)) {
    expect(reference).toMatch(/^#\//);
    const parts = reference.slice(2).split('/');
    const found = parts.reduce<unknown>(
      (at, part) => (at as Record<string, unknown> | undefined)?.[part],
      whole,
    );
    expect(found, reference).toBeDefined();
  }
});

test('every response of the management API carries the common headers, and the token endpoint its own servers', () => {
  const { responses } = whole.paths?.['/environments']?.post ?? {};
  expect(responses?.['201']).toMatchObject({ headers: { Location: {}, 'Correlation-Id': {} } });
  expect(whole.components?.responses?.BadRequest).toMatchObject({ headers: { 'Correlation-Id': {} } });
  expect(whole.paths?.['/{envID}/as/token']?.servers?.[0]?.url).toBe('https://auth.pingone.{tld}');
  expect(whole.servers?.[0]?.url).toBe('https://api.pingone.{tld}/v1');
});

test('requests carry the view of their kind, and collections are written out', () => {
  const schemas = whole.components?.schemas ?? {};
  const { put } = whole.paths?.['/environments/{envID}'] ?? {};
  expect(put?.requestBody).toMatchObject({
    content: { 'application/json': { schema: { $ref: '#/components/schemas/EnvironmentUpdate' } } },
  });
  expect(schemas.EnvironmentUpdate?.required).toEqual(['name', 'type']);
  expect(schemas.EnvironmentCreate?.required).toEqual(['name', 'region', 'type']);
  expect(schemas.UserPatch?.required).toEqual([]);
  expect(schemas.GroupPage).toMatchObject({ properties: { _embedded: { required: ['groups'] } } });
});

test('making a bundle leaves the contract as it is', () => {
  expect(JSON.stringify(bundle())).toBe(text);
});
