import { insufficientPermissions } from '../../http/errors.ts';
import { defectsOf, type Fault } from '../defect.ts';
import { formed, formOf, judgedAs, tokenEndpoint } from '../faults/clients.ts';
import { everywhere, refusals, refusesTokens } from '../faults/tokens.ts';

/** What a server can do wrong with grants and scopes. */
export const grants = defectsOf({
  'token-grant-client-credentials': [
    ['refuses client_credentials to every application', judgedAs(() => ({ grantTypes: [] }))],
    [
      'refuses client_credentials to workers',
      judgedAs(({ type, grantTypes }) => ({ grantTypes: type === 'WORKER' ? [] : grantTypes })),
    ],
    ['does not know client_credentials', formed((form) => form.set('grant_type', 'password'))],
  ],
  'token-grant-missing': [
    ['assumes client_credentials', grantedAs((grant) => grant ?? 'client_credentials')],
    [
      'calls a missing grant an invalid grant',
      refusals(/grant_type is required/, { error: 'invalid_grant' }),
    ],
    ['takes a missing grant for failed authentication', refusals(/grant_type is required/, { status: 401 })],
    [
      'calls a missing grant an invalid client',
      refusals(/grant_type is required/, { error: 'invalid_client' }),
    ],
  ],
  'token-grant-unsupported': [
    ['does not look at the grant', grantedAs(() => 'client_credentials')],
    [
      'takes an unknown grant for client_credentials',
      grantedAs((grant) => (grant === 'unknown' ? 'client_credentials' : grant)),
    ],
    ['reads grants in any letter case', grantedAs((grant) => grant?.toLowerCase())],
    ['calls an unknown grant an invalid scope', refusals(/Unsupported grant/, { error: 'invalid_scope' })],
    ['answers 401 to an unknown grant', refusals(/Unsupported grant/, { status: 401 })],
    ['answers 501 to an unknown grant', refusals(/Unsupported grant/, { status: 501 })],
  ],
  'token-scope-omitted': [
    ['demands a scope', formed((form) => form.set('scope', form.get('scope') ?? 'none'))],
    [
      'opens nothing to tokens without a scope',
      refusesTokens(everywhere, ({ scope }) => scope === undefined, insufficientPermissions),
    ],
  ],
  'token-scope-unknown': [
    ['does not look at scopes', formed((form) => form.delete('scope'))],
    ['grants every scope', grantsScopes()],
    [
      'calls an unknown scope an invalid request',
      refusals(/request the scope/, { error: 'invalid_request' }),
    ],
    ['answers 403 to an unknown scope', refusals(/request the scope/, { status: 403 })],
    ['answers 200 to an unknown scope', refusals(/request the scope/, { status: 200 })],
  ],
});

function grantedAs(as: (grant: string | undefined) => string | undefined): Fault {
  return formed((form) => {
    const grant = as(form.get('grant_type') ?? undefined);
    if (grant !== undefined) form.set('grant_type', grant);
  });
}

/** Answers with the scope that was asked for. */
function grantsScopes(): Fault {
  return (parts) =>
    parts.wrap(tokenEndpoint, (handler) => async (request) => {
      const form = formOf(request);
      const scope = form.get('scope');
      form.delete('scope');
      request.body = Buffer.from(form.toString());
      const answer = await handler(request);
      return answer.status === 200 && scope !== null
        ? { ...answer, body: { ...answer.body, scope } }
        : answer;
    });
}
