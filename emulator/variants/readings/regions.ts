import type { Fault } from '../../defects/defect.ts';
import { notFound } from '../../http/errors.ts';
import type { OtherReadings } from '../variant.ts';
import { createsAnywhere } from './environments.ts';

/** Other readings of what concerns regions. */
export const regions: OtherReadings = {
  'regions-known':
    'it concerns the addresses of the vendor, which the suite derives from a setting; an emulator has its own',
  'regions-version-segment': 'it concerns how clients spell a variable; both lead to the same requests',
  'regions-users-trailing-slash': [['finds no users at an address with a slash', slashless()]],
  'regions-of-an-organization': [
    ['has environments of one organization in several regions', createsAnywhere()],
  ],
};

function slashless(): Fault {
  return (parts) =>
    parts.request('* /environments/:environmentId/users', (_request, { path }) => {
      if (path.endsWith('/')) throw notFound();
    });
}
