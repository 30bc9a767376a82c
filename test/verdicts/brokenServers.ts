import { at } from '../../fixtures/exchange.ts';
import type { BrokenServer, Json, Passing } from './breakingProxy.ts';

/** A server with one fault, the cases that are run against it, and the requirement that must fail. */
export type Example = {
  readonly fault: string;
  readonly grep: string;
  readonly requirement: string;
  readonly broken: () => BrokenServer;
};

const one = (collection: string) => new RegExp(`/${collection}/[0-9a-f-]{36}(\\?|$)`);
const all = (collection: string) => new RegExp(`/${collection}(\\?|$)`);
const members = ({ answer }: Passing, key: string) => (at(answer, `_embedded.${key}`) ?? []) as Json[];

export const examples: readonly Example[] = [
  {
    fault: 'a representation without its self link',
    grep: 'groups: representations link to themselves',
    requirement: 'platform-links-self',
    broken: () => ({
      response: ({ path, answer }) => {
        if (one('groups').test(path)) delete (at(answer, '_links') as Json | undefined)?.self;
      },
    }),
  },
  {
    fault: 'a replace that changes the region',
    grep: '@environments-region-immutable',
    requirement: 'environments-region-immutable',
    broken: () => {
      const regions = new Map<string, unknown>();
      const idOf = (path: string) => /\/environments\/([0-9a-f-]{36})$/.exec(path)?.[1] ?? '';
      return {
        request: ({ method, path, body }) => {
          if (method !== 'PUT' || idOf(path) === '' || body?.region === undefined) return;
          regions.set(idOf(path), body.region);
          delete body.region;
        },
        response: ({ path, answer }) => {
          const region = regions.get(idOf(path));
          if (answer?.region !== undefined && region !== undefined) answer.region = region;
        },
      };
    },
  },
  {
    fault: 'a base URL with a trailing slash is accepted',
    grep: 'baseUrls: a trailing slash after a path is refused in a create',
    requirement: 'api-servers-base-url-trailing-slash',
    broken: () => {
      const slashed = new Set<string>();
      return {
        request: ({ body }) => {
          if (!Array.isArray(body?.baseUrls)) return;
          body.baseUrls = body.baseUrls.map((url: unknown) => {
            if (typeof url !== 'string' || !url.endsWith('/')) return url;
            slashed.add(url);
            return url.slice(0, -1);
          });
        },
        response: ({ answer }) => {
          if (!Array.isArray(answer?.baseUrls)) return;
          answer.baseUrls = answer.baseUrls.map((url: string) => (slashed.has(`${url}/`) ? `${url}/` : url));
        },
      };
    },
  },
  {
    fault: 'a create that answers 200',
    grep: 'groups: a create answers 201',
    requirement: 'platform-create-201',
    broken: () => ({
      response: (passing) => {
        if (passing.method === 'POST' && passing.status === 201) passing.status = 200;
      },
    }),
  },
  {
    fault: 'a filter that is ignored',
    grep: '@organizations-filter-name-sw',
    requirement: 'organizations-filter-name-sw-no-match',
    broken: () => ({
      request: (passing) => {
        if (all('organizations').test(passing.path)) passing.path = passing.path.replace(/\?.*$/, '');
      },
    }),
  },
  {
    fault: 'the right status with the wrong error code',
    grep: 'scopes: 404 has the code',
    requirement: 'platform-error-404-code',
    broken: () => ({
      response: ({ status, answer }) => {
        if (status === 404 && answer?.code !== undefined) answer.code = 'RESOURCE_NOT_FOUND';
      },
    }),
  },
  {
    fault: 'a member lost at each page border',
    grep: 'operations: the next links visit every member once',
    requirement: 'platform-paging-complete',
    broken: () => ({
      response: (passing) => {
        if (passing.path.includes('cursor=')) members(passing, 'operations').shift();
      },
    }),
  },
  {
    fault: 'a delete that answers 204 and keeps',
    grep: 'scopes: what was deleted',
    requirement: 'platform-delete-then-read-404',
    broken: () => ({
      instead: ({ method, path }) => method === 'DELETE' && one('scopes').test(path),
    }),
  },
  {
    fault: 'a replace that merges',
    grep: 'groups: a replace clears what it leaves out',
    requirement: 'platform-put-clears-omitted',
    broken: () => {
      const descriptions = new Map<string, unknown>();
      return {
        request: ({ method, path, body }) => {
          if (method !== 'PUT' || !one('groups').test(path) || body === undefined) return;
          body.description ??= descriptions.get(path.slice(-36));
        },
        response: ({ method, answer }) => {
          if (method === 'POST' && answer?.description !== undefined)
            descriptions.set(String(answer.id), answer.description);
        },
      };
    },
  },
  {
    fault: 'a missing required property called an invalid value',
    grep: 'populations: a create without any one of the required',
    requirement: 'platform-error-detail-required-value',
    broken: () => ({
      response: ({ answer }) => {
        for (const detail of (answer?.details ?? []) as Json[]) {
          if (detail.code === 'REQUIRED_VALUE') detail.code = 'INVALID_VALUE';
        }
      },
    }),
  },
];
