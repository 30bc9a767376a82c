import { createFull } from '../../../checks/echo.ts';
import { accept, openWrite, writes } from '../../../checks/writes.ts';
import { stateOf } from '../../../fixtures/aftermath.ts';
import { assert, assertMember, assertStatus, sameJson } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { at, isObject } from '../../../fixtures/exchange.ts';
import { Blocked } from '../../../fixtures/mismatch.ts';
import { decisionEndpoints } from '../../../resources/decisionEndpoints.ts';
import { assertShows, createWith, listEndpoints } from './endpoint.ts';

/** The members of every full representation, with their JSON types. */
const REQUIRED = {
  id: 'string',
  name: 'string',
  description: 'string',
  recordRecentRequests: 'boolean',
} as const;

/** Characters of a name, at most. */
const LONGEST = 256;

/** What answers show of an endpoint (Policy decision service data model; Create and Read All Decision Endpoints). */
export const model: readonly Case[] = [
  {
    title: 'every representation has the required members',
    requirements: ['decision-endpoints-required-members-present'],
    run: async ({ scope }) => {
      const { exchange, path, id, given } = await createFull(scope, decisionEndpoints);
      const read = await scope.api.get(path);
      const listed = (await listEndpoints(scope)).find((member) => member.id === id);
      const put = await scope.api.put(path, decisionEndpoints.full(scope, given));
      for (const value of [exchange.json, read.json, listed, put.json]) {
        const missing = Object.entries(REQUIRED).filter(([name, type]) => typeof at(value, name) !== type);
        assert(missing.length === 0, `an endpoint without its ${missing.map(([name]) => name).join(', ')}`, {
          expected: JSON.stringify(REQUIRED),
          received: value ?? 'nothing',
        });
      }
    },
  },
  ...writes.map(
    (write): Case => ({
      title: `a ${write} with a name of ${LONGEST} letters beyond ASCII is accepted`,
      requirements: ['decision-endpoints-name-max-length'],
      run: async ({ scope }) => {
        const { arrange, body } = decisionEndpoints;
        const prepared = await openWrite(scope, decisionEndpoints, write, { arrange, body });
        // Characters are counted, of which each of these takes several bytes.
        const name = scope.name().padEnd(LONGEST, 'é');
        for (const shown of await accept(prepared, { ...prepared.clean(), name }))
          assertMember(shown, 'name', name);
      },
    }),
  ),
  {
    title: 'the answer to a create names the environment',
    requirements: ['decision-endpoints-environment-id'],
    run: async ({ scope }) => {
      const { exchange } = await scope.create(decisionEndpoints);
      assertMember(exchange, 'environment.id', scope.target.environmentId);
    },
  },
  {
    title: 'an endpoint that a client makes is not marked as owned',
    requirements: ['decision-endpoints-owned-default'],
    run: async ({ scope }) => {
      const { exchange } = await scope.create(decisionEndpoints);
      assertMember(exchange, 'owned', false);
    },
  },
  {
    title: 'the provenance of an endpoint, where there is one, is a text',
    requirements: ['decision-endpoints-provenance'],
    run: async ({ scope }) => {
      const { path } = await scope.create(decisionEndpoints);
      const shown = [...(await listEndpoints(scope)), (await stateOf(scope, path)).json];
      for (const value of shown) {
        const provenance = at(value, 'provenance');
        const isText = provenance === undefined || typeof provenance === 'string';
        assert(isText, 'an endpoint whose provenance is no text', {
          expected: 'provenance, if any, a text',
          received: value,
        });
      }
    },
  },
  {
    title: 'an endpoint describes its recent decisions in texts, and its address of them is no dead end',
    requirements: ['decision-endpoints-recent-decisions-descriptors'],
    run: async ({ scope }) => {
      const { path } = await createWith(scope, { recordRecentRequests: true });
      const read = await stateOf(scope, path);
      const described = at(read.json, 'recentDecisions');
      const texts = ['href', 'title', 'type'].map((name) => at(described, name));
      const sound = texts.every((text) => text === undefined || typeof text === 'string');
      assertShows(
        read,
        described === undefined || (isObject(described) && sound),
        'texts for recentDecisions',
      );
      const [href] = texts;
      if (href === undefined) return;
      assertShows(read, URL.canParse(String(href)), 'an absolute address of the recent decisions');
      assertStatus(await scope.api.get(String(href)), 200);
    },
  },
  {
    title: 'a listed endpoint shows what a read shows of it',
    requirements: ['decision-endpoints-list-item-members'],
    run: async ({ scope }) => {
      const { id, path } = await scope.create(decisionEndpoints);
      const read = await scope.api.get(path);
      const listed = (await listEndpoints(scope)).find((member) => member.id === id);
      if (listed === undefined) throw new Blocked('the collection does not show a created endpoint');
      for (const name of [...Object.keys(REQUIRED), 'owned']) {
        const both = name in listed && sameJson(listed[name], at(read.json, name));
        assert(both, `the collection shows another ${name} than a read, or none`, {
          expected: read.text,
          received: listed,
          exchange: read,
        });
      }
    },
  },
  {
    title: 'a single endpoint on a page stands in an array',
    requirements: ['decision-endpoints-list-embedded'],
    run: async ({ scope }) => {
      const { given } = await scope.create(decisionEndpoints);
      const page = await scope.api.get(`${given.collection}?limit=1`);
      assertStatus(page, 200);
      assertShows(page, Array.isArray(at(page.json, '_embedded.decisionEndpoints')), 'an array of endpoints');
    },
  },
];
