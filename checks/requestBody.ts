import { validText } from '../fixtures/arbitraries/text.ts';
import { assertMember, assertStatus } from '../fixtures/assertions.ts';
import type { Exchange } from '../fixtures/exchange.ts';
import { holdsForAll } from '../fixtures/property.ts';
import { assertRefusedWith, badRequest, unsupportedMediaType } from '../fixtures/refusals.ts';
import type { Body, Resource } from '../fixtures/resource.ts';
import { type Check, caseFor, successes } from './check.ts';
import { assertEachRefused } from './refusedBodies.ts';

const OTHER_MEDIA_TYPES = ['text/plain', 'application/xml', 'application/x-www-form-urlencoded'];
/** Accented, right-to-left, CJK and astral. */
const SCRIPTS = 'déjà שלום 漢字 𝔘😀';

/** In which form requests are taken (Conventions, Content types). */
export const requestBody: Check = function* (resource) {
  yield* caseFor(
    resource,
    'platform-request-json-accepted',
    'JSON is taken with and without a charset parameter',
    async ({ scope }) => {
      const given = await resource.arrange(scope);
      for (const type of ['application/json', 'application/json; charset=utf-8']) {
        const headers = { 'content-type': type };
        const sent = { to: given.collection, json: resource.body(scope, given), headers };
        const post = await scope.api.send({ method: 'POST', ...sent });
        assertStatus(post, ...successes(resource.operations.create));
        if (resource.operations.update === undefined) continue;
        const to = `${given.collection}/${(post.json as { id: string }).id}`;
        const put = await scope.api.send({
          method: 'PUT',
          to,
          json: resource.changed(scope, given),
          headers,
        });
        assertStatus(put, ...successes(resource.operations.update));
      }
    },
  );
  if (resource.freeText !== undefined) yield* roundTrip(resource, resource.freeText);
  yield* caseFor(
    resource,
    'platform-request-invalid-utf8-400',
    'a body that is no UTF-8 is refused and not stored',
    async ({ scope }) => {
      const headers = { 'content-type': 'application/json' };
      const property = resource.freeText ?? 'name';
      // An accented letter in Latin-1 is one byte, which in UTF-8 has to be followed by others.
      const inLatin1 = (body: Body) =>
        Buffer.from(JSON.stringify({ ...body, [property]: `${body[property] ?? 'caf'}é` }), 'latin1');
      await assertEachRefused(
        scope,
        resource,
        (body) => [{ headers, body: inLatin1(body) }],
        assertRefusedOrUnsupported,
      );
    },
  );
  yield* caseFor(
    resource,
    'platform-request-unsupported-media-type-415',
    'a body in another media type is refused and not stored',
    async ({ scope }) => {
      await assertEachRefused(
        scope,
        resource,
        (body) =>
          OTHER_MEDIA_TYPES.map((type) => ({
            headers: { 'content-type': type },
            body: JSON.stringify(body),
          })),
        assertRefusedOrUnsupported,
      );
    },
  );
};

function* roundTrip(resource: Resource, property: string) {
  yield* caseFor(
    resource,
    'platform-request-utf8-round-trip',
    'text of every script comes back as it was sent',
    async ({ scope }) => {
      const given = await resource.arrange(scope);
      await holdsForAll(scope, {
        name: 'texts of every script',
        arbitrary: validText.map((text) => `${SCRIPTS}${text}`),
        attempt: async (text) => {
          const body = { ...resource.body(scope, given), [property]: text };
          const { path } = await scope.create(resource, { given, body });
          assertMember(await scope.api.get(path), property, text);
          const changed = `${text}${SCRIPTS}`;
          await scope.api.put(path, { ...resource.changed(scope, given), [property]: changed });
          assertMember(await scope.api.get(path), property, changed);
          await scope.api.delete(path);
        },
      });
    },
  );
}

function assertRefusedOrUnsupported(exchange: Exchange): void {
  assertRefusedWith(exchange, badRequest, unsupportedMediaType);
}
