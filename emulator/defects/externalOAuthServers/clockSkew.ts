import { defectsOf } from '../defect.ts';
import { gives } from '../faults/members.ts';
import { freezesAt, keepsAt, readsAt, revertsAt } from '../faults/nested.ts';
import { misreports } from '../faults/refusals.ts';
import { accepts, refuses } from '../faults/validation.ts';
import { at, servers, shown } from './places.ts';

const path = 'validation.clockSkewTolerance';

/** What a server can do wrong with the tolerance of clocks of an external OAuth server. */
export const clockSkew = defectsOf({
  'external-oauth-servers-clock-skew-tolerance-default': [
    ['tolerates a minute unless it is told otherwise', readsAt(at.write, path, (sent) => sent ?? 60)],
    ['refuses an OAuth server without a tolerance', isGiven()],
    [
      'shows a tolerance of 0 as a text',
      gives(shown, path, (value: unknown) => (value === 0 ? 'none' : value)),
    ],
  ],
  'external-oauth-servers-clock-skew-tolerance-range': [
    ['takes a negative tolerance', accepts(servers, path, 'OUT_OF_RANGE')],
    ['takes a negative tolerance from a replace', accepts(servers, path, 'OUT_OF_RANGE', { on: 'replace' })],
    ['takes a negative tolerance for 0', readsAt(at.write, path, (sent) => (isNegative(sent) ? 0 : sent))],
    ['refuses a tolerance of 0 that is sent', refusesSentZero()],
    [
      'refuses a tolerance of 5',
      refuses(servers, path, ({ validation }) => validation.clockSkewTolerance === 5),
    ],
    ['shows every tolerance in milliseconds', gives(shown, path, (seconds: number) => seconds * 1000)],
    [
      'refuses a negative tolerance for the name of the OAuth server',
      misreports(at.write, { target: path }, (detail) => ({ ...detail, target: 'name' })),
    ],
  ],
  'external-oauth-servers-clock-skew-tolerance-integer': [
    ['takes a tolerance with a fraction', accepts(servers, path, 'INVALID_VALUE', { when: isNumber })],
    ['rounds the tolerance', readsAt(at.write, path, (sent) => (isNumber(sent) ? Math.round(sent) : sent))],
    [
      'cuts the fraction off the tolerance',
      readsAt(at.write, path, (sent) => (isNumber(sent) ? Math.trunc(sent) : sent)),
    ],
    [
      'refuses a tolerance with a fraction for the name of the OAuth server',
      misreports(at.write, { target: path }, (detail) => ({ ...detail, target: 'name' })),
    ],
  ],
  'external-oauth-servers-clock-skew-tolerance-type': [
    ['stores a text as the tolerance', accepts(servers, path, 'INVALID_VALUE')],
    ['takes a text for no tolerance', readsAt(at.write, path, (sent) => (isNumber(sent) ? sent : undefined))],
    ['shows the tolerance as a text', gives(shown, path, String)],
  ],
  'external-oauth-servers-clock-skew-tolerance-mutable': [
    ['answers 200 and keeps the tolerance', freezesAt(servers, path)],
    ['shows the new tolerance once and keeps the old one', revertsAt(servers, path)],
  ],
  'external-oauth-servers-clock-skew-tolerance-reset': [
    ['keeps the tolerance that a replace leaves out', keepsAt(servers, path)],
    ['shows the tolerance as 0 once and keeps the old one', revertsAt(servers, path)],
  ],
});

function isNumber(value: unknown): value is number {
  return typeof value === 'number';
}

function isNegative(value: unknown): boolean {
  return isNumber(value) && value < 0;
}

function isGiven() {
  return readsAt(at.write, path, (sent) => sent ?? 'none');
}

function refusesSentZero() {
  return readsAt(at.write, path, (sent) => (sent === 0 ? -1 : sent));
}
