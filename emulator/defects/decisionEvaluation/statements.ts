import { type DecisionEndpoint, decisionEndpoints } from '../../collections/decisionEndpoints.ts';
import { defectsOf, type Fault } from '../defect.ts';
import { decides } from '../faults/decisions.ts';
import { evaluation } from '../faults/history.ts';
import { adds, gives, omits } from '../faults/members.ts';

const nobody = '11111111-1111-4111-8111-111111111111';

/** What a server can do wrong with the statements of a decision, the version that decided, and the links to both. */
export const statements = defectsOf({
  'decision-evaluation-authorization-version-id': [
    ['tells the version that decided as a bare id', gives(evaluation, 'authorizationVersion', idIn)],
    ['numbers the version that decided', gives(evaluation, 'authorizationVersion.id', 3)],
    ['calls the version that decided latest', gives(evaluation, 'authorizationVersion.id', 'latest')],
  ],
  'decision-evaluation-authorization-version-fixed': [
    ['tells the latest version whichever decided', withVersion((versions) => versions.at(-1))],
    ['tells the first version whichever decided', withVersion(([first]) => first)],
    ['answers without a body where an endpoint has a version of its own', saysNothingFixed()],
  ],
  'decision-evaluation-statements-array': [
    ['tells statements by name', gives(evaluation, 'statements', byName)],
    ['tells statements as a text', gives(evaluation, 'statements', (all: unknown) => JSON.stringify(all))],
    ['tells a single statement without an array', gives(evaluation, 'statements', single)],
  ],
  'decision-evaluation-statement-id': [
    ['leaves the id out of a statement', omits(evaluation, 'statements.*.id')],
    ['numbers statements', gives(evaluation, 'statements.*.id', 1)],
    [
      'calls a statement by its name',
      gives(evaluation, 'statements.*', (one: unknown) => ({ ...(one as Json), id: (one as Json).name })),
    ],
  ],
  'decision-evaluation-statement-name': [
    ['leaves the name out of a statement', omits(evaluation, 'statements.*.name')],
    ['tells the name of a statement as null', gives(evaluation, 'statements.*.name', null)],
    [
      'tells the names of a statement in a list',
      gives(evaluation, 'statements.*.name', (name: unknown) => [name]),
    ],
  ],
  'decision-evaluation-statement-code': [
    ['tells the code of a statement as a number', gives(evaluation, 'statements.*.code', 17)],
    [
      'tells the code of a statement as an object',
      gives(evaluation, 'statements.*.code', (code: unknown) => ({ code })),
    ],
  ],
  'decision-evaluation-statement-payload': [
    [
      'tells the payload of a statement in a list',
      gives(evaluation, 'statements.*.payload', (payload: unknown) => [payload]),
    ],
    [
      'tells the payload of a statement as a text',
      gives(evaluation, 'statements.*.payload', (one: unknown) => JSON.stringify(one)),
    ],
    ['tells the payload of a statement as a number', gives(evaluation, 'statements.*.payload', 1000)],
  ],
  'decision-evaluation-link-profile': [
    ['tells the profile of a decision without its host', adds(evaluation, 'profile', '/profiles/decision')],
    [
      'links the profile of a decision without its host',
      adds(evaluation, '_links.profile.href', '/profiles/decision'),
    ],
  ],
  'decision-evaluation-link-authorization-version': [
    [
      'links to another version than it tells',
      gives(evaluation, '_links.authorizationVersion.href', (href: unknown) =>
        String(href).replace(/[^/]+$/, nobody),
      ),
    ],
    [
      'links to the version without its host',
      gives(
        evaluation,
        '_links.authorizationVersion.href',
        (href: unknown) => new URL(String(href)).pathname,
      ),
    ],
    ['links to the version by a bare text', gives(evaluation, '_links.authorizationVersion', hrefIn)],
  ],
  'decision-evaluation-link-policy': [
    [
      'links to the policy by a bare text',
      adds(evaluation, '_links.policy', `https://example.com/policies/${nobody}`),
    ],
    ['links to the policy without its host', adds(evaluation, '_links.policy.href', '/policies')],
  ],
  'decision-evaluation-link-statements': [
    ['links to statements at no address', adds(evaluation, '_links.statements', { href: null })],
    [
      'links to statements in texts',
      adds(evaluation, '_links.statements', ['https://example.com/statements/1']),
    ],
  ],
});

type Json = Readonly<Record<string, unknown>>;

function idIn(value: unknown): unknown {
  return (value as Json).id;
}

function hrefIn(value: unknown): unknown {
  return (value as Json).href;
}

function byName(all: unknown): unknown {
  return Object.fromEntries((all as readonly Json[]).map((one) => [String(one.name), one]));
}

function single(all: unknown): unknown {
  const list = all as readonly Json[];
  return list.length === 1 ? list[0] : list;
}

function withVersion(choose: (ids: readonly string[]) => string | undefined): Fault {
  return (parts) => {
    const versions = parts.seed.policyDocuments?.[0]?.versions ?? [];
    const id = choose(versions.map((one) => one.id));
    decides((one) => {
      if (one.authorizationVersion !== undefined) one.authorizationVersion = { id };
    })(parts);
  };
}

function saysNothingFixed(): Fault {
  return (parts) =>
    parts.reply(evaluation, (reply, { parameters }) => {
      const { environmentId = '', decisionEndpointId = '' } = parameters;
      const shelf = parts.gatekeeper.world.shelf<DecisionEndpoint>(environmentId, decisionEndpoints.kind);
      if (reply.status === 200 && shelf.get(decisionEndpointId)?.value.authorizationVersion !== undefined)
        Object.assign(reply, { body: undefined, text: '' });
    });
}
