import {
  type ExternalOAuthServer,
  externalOAuthServers as servers,
} from '../../collections/externalOAuthServers.ts';
import type { Fault } from '../../defects/defect.ts';
import type { Collection } from '../../engine/collection.ts';
import { tooLong } from '../../validation/faults.ts';
import { refusesIds } from '../bodies.ts';
import type { OtherReadings } from '../variant.ts';

/** What the documents say of external OAuth servers in two ways. */
export const externalOAuthServers: OtherReadings = {
  'external-oauth-server-sample-name':
    'It is a slip in a sample: a server that keeps another name than was sent breaks what every page says.',
  'external-oauth-server-id': [
    ['refuses an id for an external OAuth server other than its own', refusesIds(servers)],
  ],
  'external-oauth-server-key-set-size': [
    ['takes no key set of more than 16 000 bytes', takesKeySetsOf(16_000)],
  ],
};

function takesKeySetsOf(most: number): Fault {
  return (parts) => {
    const { verify } = servers;
    parts.change(servers as Collection<ExternalOAuthServer> & object, {
      verify: (candidate, faults) => {
        if (Buffer.byteLength(candidate.value.validation.jwks ?? '') > most)
          faults.push(tooLong('validation.jwks', most, 'bytes'));
        verify?.(candidate, faults);
      },
    });
  };
}
