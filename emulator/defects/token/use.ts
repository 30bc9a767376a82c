import { insufficientPermissions, invalidToken, unknownEnvironment } from '../../http/errors.ts';
import { defectsOf, type Fault } from '../defect.ts';
import { everywhere, onIssue, refusesTokens } from '../faults/tokens.ts';
import type { Asked } from '../reply.ts';

type Json = Record<string, unknown>;

const environment = '* /environments/:environmentId*';

/** What a server can do wrong with tokens that it has issued. */
export const use = defectsOf({
  'token-cross-environment-use': [
    ['accepts tokens in their own environment only', refusesTokens(environment, isElsewhere)],
    [
      'opens nothing beyond the environment of the client',
      refusesTokens(environment, isElsewhere, insufficientPermissions),
    ],
    [
      'hides every environment but that of the client',
      refusesTokens(environment, isElsewhere, () => unknownEnvironment('')),
    ],
  ],
  'token-reusable': [
    ['accepts a token once', acceptsTimes(1)],
    ['accepts a token thirty times', acceptsTimes(30)],
    ['refuses a token while it is in use', refusesWhileInUse()],
  ],
  'token-tokens-coexist': [
    ['revokes tokens when the client gets a new one', revokesEarlier((all) => String(all.client_id))],
    ['revokes every token when a new one is issued', revokesEarlier(() => 'all')],
  ],
});

function isElsewhere({ env }: Json, { parameters }: Asked): boolean {
  return parameters.environmentId !== undefined && parameters.environmentId !== env;
}

function acceptsTimes(times: number): Fault {
  return (parts) => {
    const uses = new Map<unknown, number>();
    refusesTokens(everywhere, ({ jti }) => {
      uses.set(jti, (uses.get(jti) ?? 0) + 1);
      return (uses.get(jti) ?? 0) > times;
    })(parts);
  };
}

function refusesWhileInUse(): Fault {
  return (parts) => {
    const used = new Set<string>();
    parts.wrap(everywhere, (handler) => async (request) => {
      const { authorization = '' } = request.raw.headers;
      if (used.has(authorization)) throw invalidToken();
      used.add(authorization);
      try {
        await new Promise((resolve) => setTimeout(resolve, 1));
        return await handler(request);
      } finally {
        used.delete(authorization);
      }
    });
  };
}

/** Knows the latest token of each of some groups only. */
function revokesEarlier(groupOf: (claims: Json) => string): Fault {
  return (parts) => {
    const latest = new Map<string, unknown>();
    onIssue((claims) => latest.set(groupOf(claims), claims.jti))(parts);
    refusesTokens(everywhere, (claims) => latest.get(groupOf(claims)) !== claims.jti)(parts);
  };
}
