import { refusesSlash } from '../../defects/faults/requests.ts';
import type { OtherReadings } from '../variant.ts';
import { createsAnywhere } from './environmentBodies.ts';

/** Other readings of what concerns regions. */
export const regions: OtherReadings = {
  'regions-known':
    'it concerns the addresses of the vendor, which the suite derives from a setting; an emulator has its own',
  'regions-version-segment': 'it concerns how clients spell a variable; both lead to the same requests',
  'regions-users-trailing-slash': [
    ['finds no users at an address with a slash', refusesSlash('* /environments/:environmentId/users')],
  ],
  'regions-of-an-organization': [
    ['has environments of one organization in several regions', createsAnywhere()],
  ],
};
