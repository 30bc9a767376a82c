import { defectsOf, type Fault } from '../defect.ts';
import { admits } from '../faults/access.ts';
import { firstWorker, judgedAs, presents, rightSecret } from '../faults/clients.ts';
import { together } from '../faults/state.ts';
import { everywhere, refusals } from '../faults/tokens.ts';

const managementError = { id: '1', code: 'ACCESS_FAILED', message: 'The request could not be completed.' };

/** What a server can do wrong with what the state of an application means for its tokens. */
export const applicationsOfTokens = defectsOf({
  'token-disabled-application': [
    ['issues tokens to a disabled application', judgedAs(() => ({ enabled: true }))],
    ['answers 404 to a disabled application', refusals(/disabled/, { status: 404 })],
    [
      'refuses a disabled application in the form of the management API',
      refusals(/disabled/, { body: managementError }),
    ],
  ],
  'token-deleted-application': [
    ['issues tokens to an application that is gone', servesDeleted()],
    ['answers 404 to an application that is gone', refusals(/Invalid client credentials/, { status: 404 })],
    [
      'calls an application that is gone unauthorized',
      refusals(/Invalid client credentials/, { error: 'unauthorized_client' }),
    ],
  ],
  'token-grant-not-configured': [
    [
      'issues tokens for a grant that the application does not have',
      judgedAs(() => ({ grantTypes: ['CLIENT_CREDENTIALS'] })),
    ],
    [
      'answers 404 to a grant that the application does not have',
      refusals(/not configured/, { status: 404 }),
    ],
    [
      'calls a grant that the application does not have an invalid scope',
      refusals(/not configured/, { error: 'invalid_scope' }),
    ],
  ],
  'token-worker-without-role': [
    [
      'lets a worker without a role do everything',
      together(
        judgedAs(() => ({ type: 'SERVICE' })),
        admits(everywhere),
      ),
    ],
    [
      'lets a worker without a role read',
      together(
        judgedAs(() => ({ type: 'SERVICE' })),
        admits('GET /*'),
      ),
    ],
    [
      'refuses a worker without a role in the form of the management API',
      refusals(/no role/, { body: managementError }),
    ],
    ['fails for a worker without a role', refusals(/no role/, { status: 500 })],
  ],
});

/** Remembers clients that have asked while they were there. */
function servesDeleted(): Fault {
  return (parts) => {
    const known = new Set<string>();
    presents((presented) => {
      const { id = '' } = presented;
      if (rightSecret(presented, parts) !== undefined) known.add(id);
      else if (known.has(id)) return { ...firstWorker(parts), place: 'header' };
      return undefined;
    })(parts);
  };
}
