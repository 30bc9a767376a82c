import { at, type Exchange } from '../fixtures/exchange.ts';
import { assertEach } from './answers.ts';
import { type Check, caseFor } from './check.ts';
import { documentsOf, homesOf, hrefOf, membersOf, pathOf } from './documents.ts';

/** Where the links of a collection and of its members lead (Conventions, HAL; facts 0.5). */
export const collectionLinks: Check = function* (resource) {
  yield* caseFor(
    resource,
    'platform-links-collection-self',
    'a collection links to itself',
    async ({ scope }) => {
      const { made, collections } = await documentsOf(scope, resource);
      const { collection } = made.given;
      const queried = await scope.api.get(`${collection}?unknownParameter=1`);
      // The unknown parameter may be refused, which another row judges.
      const lists = [...collections, ...(queried.status === 200 ? [queried] : [])];
      const holds = ({ json }: Exchange) => pathOf(scope, hrefOf(json, 'self')) === collection;
      assertEach(lists, `a self link to ${collection}`, holds, ({ json }) => at(json, '_links'));
    },
  );
  yield* caseFor(
    resource,
    'platform-links-collection-item-self',
    'each member of a collection links to itself',
    async ({ scope }) => {
      const { made, collections } = await documentsOf(scope, resource);
      const strays = (list: Exchange) =>
        membersOf(list, resource.embedded).filter(
          (member) =>
            !homesOf(scope, resource, made.given.collection, String(member.id)).includes(
              // The older environment sample ends it with a slash.
              pathOf(scope, hrefOf(member, 'self'))?.replace(/\/$/, '') ?? '',
            ),
        );
      const [whole] = collections;
      const holds = (list: Exchange) =>
        membersOf(list, resource.embedded).length > 0 && strays(list).length === 0;
      assertEach(whole === undefined ? [] : [whole], 'members that all link to themselves', holds, strays);
    },
  );
};
