import type { Fault } from '../../defects/defect.ts';
import { adds, gives, omits } from '../../defects/faults/members.ts';
import { refusedOtherwise } from '../../defects/faults/refusals.ts';
import { shown } from '../../defects/organizations/places.ts';
import { type ApiError, invalidToken, notFound } from '../../http/errors.ts';
import type { OtherReadings } from '../variant.ts';

/** Other readings of what concerns organizations. */
export const organizations: OtherReadings = {
  'organization-unknown': [
    ['does not find an organization that is another one or does not exist', foreign(notFound)],
    ['answers 401 to an organization that is another one or does not exist', foreign(invalidToken)],
  ],
  'organization-writable':
    'the stance takes organizations as read only, which is what the emulator does; no operation to change one is documented',
  'organization-type': [
    ['tells no type of organizations', omits(shown, 'type')],
    ['knows organizations of the type INTERNAL', gives(shown, 'type', 'INTERNAL')],
  ],
  'organization-billing-connections': [
    ['tells no billing connections of organizations', omits(shown, 'billingConnections')],
    [
      'tells several billing connections by texts that are no UUIDs',
      adds(shown, 'billingConnections', [{ id: '0124E000000abcDQAQ' }, { id: 'second' }]),
    ],
  ],
  'organization-environments-link':
    'the older sample leaves the address blank, which is no address; the emulator has the newer one',
};

function foreign(instead: () => ApiError): Fault {
  return refusedOtherwise('* /organizations/:organizationId*', (problem) =>
    problem.status === 403 && /access to this resource/.test(problem.message) ? instead() : undefined,
  );
}
