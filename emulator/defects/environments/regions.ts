import { environments } from '../../collections/environments.ts';
import { defectsOf, type Fault } from '../defect.ts';
import { afterwards } from '../faults/environments.ts';
import { gives } from '../faults/members.ts';
import { refusesSent } from '../faults/refusals.ts';
import { together } from '../faults/state.ts';
import { stores, thaws } from '../faults/validation.ts';
import type { Asked } from '../reply.ts';
import { at, type Stored } from './places.ts';

/** What a server can do wrong with the region of an environment that is replaced. */
export const regions = defectsOf({
  'environments-region-immutable': [
    ['moves an environment to another region', together(thaws(environments, 'region'), keepsOmittedRegion())],
    ['says that an environment is moved to another region', together(keepsSilently(), showsSentRegion())],
    [
      'moves an environment to the region that it refuses',
      afterwards(
        at.replace,
        ({ body, keep }) => {
          if (typeof body.region === 'string') keep({ region: body.region });
        },
        'refused',
      ),
    ],
    [
      'answers 409 to another region',
      (parts) =>
        parts.reply(at.replace, (reply, { body }) => {
          if (reply.status === 400 && (body as { region?: string }).region !== 'NA') reply.status = 409;
        }),
    ],
    [
      'moves an environment to one other region only',
      together(
        thaws(environments, 'region'),
        keepsOmittedRegion(),
        stores(environments, (value, previous) =>
          previous === undefined || value.region === 'AP' ? value : { ...value, region: previous.region },
        ),
      ),
    ],
  ],
  'environments-update-region-same': [
    [
      'refuses to replace an environment with any region',
      refusesSent(at.replace, 'region', ({ region }) => region !== undefined),
    ],
    [
      'clears a region that stays as it is',
      afterwards(at.replace, ({ body, keep }) => {
        if (body.region === 'NA') keep({ region: undefined } as unknown as Partial<Stored>);
      }),
    ],
    [
      'answers a replace that names the same region without it',
      gives(at.replace, 'region', (region: string, { body }: Asked) =>
        (body as { region?: string }).region === region ? undefined : region,
      ),
    ],
  ],
  'environments-update-region-omitted': [
    [
      'clears a region that a replace leaves out',
      afterwards(at.replace, ({ body, keep }) => {
        if (body.region === undefined) keep({ region: undefined } as unknown as Partial<Stored>);
      }),
    ],
    [
      'moves an environment to a standard region where a replace names none',
      afterwards(at.replace, ({ body, keep }) => {
        if (body.region === undefined) keep({ region: 'EU' });
      }),
    ],
    [
      'refuses a missing region for the name',
      refusesSent(at.replace, 'name', ({ region }) => region === undefined),
    ],
  ],
});

function keepsOmittedRegion(): Fault {
  return stores(environments, (value, previous) =>
    (value.region as unknown) === undefined && previous !== undefined
      ? { ...value, region: previous.region }
      : value,
  );
}

/** Takes any region and goes on with the old one. */
function keepsSilently(): Fault {
  return (parts) => parts.change(environments, { immutable: [{ property: 'region', otherValue: 'keep' }] });
}

function showsSentRegion(): Fault {
  return gives(
    at.replace,
    'region',
    (old: string, { body }: Asked) => (body as { region?: string }).region ?? old,
  );
}
