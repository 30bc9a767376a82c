import { assertStatus } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { isObject } from '../../../fixtures/exchange.ts';
import { filtered } from '../../../fixtures/filtering.ts';
import { Blocked } from '../../../fixtures/mismatch.ts';
import { createSandbox, ENVIRONMENTS } from './environment.ts';

/** The table of the page, and what the conventions add for every operation (row environments-response-codes). */
const DOCUMENTED = [200, 201, 204, 400, 401, 403, 404, 405, 415, 429];

/** Which statuses operations on environments may answer with (Environments, response codes). */
export const statuses: readonly Case[] = [
  {
    title: 'every read answers with a documented status',
    requirements: ['environments-response-codes'],
    run: async ({ scope }) => {
      const { api, environment } = scope;
      const unknown = `${ENVIRONMENTS}/${scope.unknownId()}`;
      const answers = [
        await api.get(ENVIRONMENTS),
        await api.get(environment),
        await api.get(unknown),
        await api.get(`${ENVIRONMENTS}?limit=1`),
        await api.get(filtered(ENVIRONMENTS, 'name eq "a"')),
        await api.get(filtered(ENVIRONMENTS, 'name sw')),
        await api.send({ method: 'GET', to: ENVIRONMENTS, token: null }),
        await api.send({ method: 'GET', to: environment, token: null }),
        await api.send({ method: 'GET', to: environment, token: 'no-token' }),
        await api.delete(unknown),
        await api.put(unknown, { name: 'nothing', region: scope.target.region, type: 'SANDBOX' }),
      ];
      for (const exchange of answers) assertStatus(exchange, ...DOCUMENTED);
      if (!isObject(answers[1]?.json) || answers[1]?.status !== 200)
        throw new Blocked('the environment under test could not be read');
    },
  },
  {
    title: 'every write answers with a documented status',
    requirements: ['environments-response-codes'],
    capabilities: ['environment-creation'],
    run: async ({ scope }) => {
      const { api } = scope;
      const [taken, made] = [await createSandbox(scope), await createSandbox(scope)];
      const { path, body } = made;
      const text = { 'content-type': 'text/plain' };
      const answers = [
        made.exchange,
        await api.post(ENVIRONMENTS, body),
        await api.post(ENVIRONMENTS, {}),
        await api.send({ method: 'POST', to: ENVIRONMENTS, headers: text, body: JSON.stringify(body) }),
        await api.put(path, { ...body, description: 'other' }),
        await api.put(path, { ...body, name: taken.body.name }),
        await api.put(path, {}),
        await api.send({ method: 'PATCH', to: path, json: { description: 'patched' } }),
        await api.send({ method: 'PUT', to: path, json: body, token: null }),
        await api.send({ method: 'DELETE', to: path, token: null }),
        await api.delete(path),
        await api.delete(path),
      ];
      for (const exchange of answers) assertStatus(exchange, ...DOCUMENTED);
    },
  },
];
