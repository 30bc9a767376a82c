import type { FastifyRequest } from 'fastify';
import { type Application, applications, secretOf } from '../../collections/applications.ts';
import type { Fault } from '../defect.ts';
import type { Parts } from '../parts.ts';

/** Where clients ask for tokens. */
export const tokenEndpoint = 'POST /:environmentId/as/token';

/** What a client presents in a token request, and where; what it does not present is undefined. */
export type Presented = {
  readonly environmentId: string;
  readonly id: string | undefined;
  readonly secret: string | undefined;
  readonly place: 'header' | 'form';
};

/** Reads another form than was sent; the fault changes it in place. */
export function formed(change: (form: URLSearchParams, request: FastifyRequest) => void): Fault {
  return (parts) =>
    parts.request(tokenEndpoint, (request) => {
      const form = formOf(request);
      change(form, request);
      request.body = Buffer.from(form.toString());
    });
}

/** Understands a token request as if other credentials had been presented; undefined takes them as they are. */
export function presents(
  as: (presented: Presented, parts: Parts, request: FastifyRequest) => Partial<Presented> | undefined,
): Fault {
  return (parts) =>
    parts.request(tokenEndpoint, (request) => {
      const presented = presentedIn(request);
      const next = as(presented, parts, request);
      if (next !== undefined) present(request, { ...presented, ...next });
    });
}

/** Judges a token request as if the application that asks were another one. */
export function judgedAs(
  as: (application: Application, presented: Presented) => Partial<Application>,
): Fault {
  return (parts) =>
    parts.wrap(tokenEndpoint, (handler) => (request) => {
      const presented = presentedIn(request);
      const { environmentId, id = '' } = presented;
      const shelf = parts.gatekeeper.world.shelf<Application>(environmentId, applications.kind);
      const entry = shelf.get(id);
      if (entry === undefined) return handler(request);
      shelf.put({ ...entry, value: { ...entry.value, ...as(entry.value, presented) } as Application });
      try {
        // it is judged before anything is waited for
        return handler(request);
      } finally {
        shelf.put(entry);
      }
    });
}

/** Takes credentials in either place from every client, or in one that is named. */
export function anyMethod(place?: Presented['place']): Fault {
  return judgedAs((_application, presented) =>
    place === undefined || presented.place === place
      ? { tokenEndpointAuthMethod: methods[presented.place] }
      : {},
  );
}

/** The credentials of the first worker, for faults that let anybody pass. */
export function firstWorker({ seed }: Parts): Partial<Presented> {
  const [worker] = seed.workers;
  return { id: worker?.clientId, secret: worker?.clientSecret, environmentId: worker?.environmentId ?? '' };
}

/** The right secret of the client that asks; undefined where there is no such client. */
export function rightSecret(
  { environmentId, id = '' }: Presented,
  { gatekeeper }: Parts,
): string | undefined {
  return secretOf(gatekeeper.world, environmentId, id);
}

/** The environment in which a client is; undefined where it is in none. */
export function homeOf(id: string | undefined, { gatekeeper: { world } }: Parts): string | undefined {
  return [...world.organizationOf.keys()].find((one) => world.shelf(one, applications.kind).has(id ?? ''));
}

/** The parameters of a token request. */
export function formOf(request: FastifyRequest): URLSearchParams {
  return new URLSearchParams(request.body instanceof Buffer ? request.body.toString('utf8') : '');
}

const methods = { header: 'CLIENT_SECRET_BASIC', form: 'CLIENT_SECRET_POST' };

function presentedIn(request: FastifyRequest): Presented {
  const { environmentId = '' } = request.params as { environmentId?: string };
  const [scheme, encoded = ''] = (request.raw.headers.authorization ?? '').split(' ');
  if (scheme === 'Basic') {
    const [id, secret] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
    return { environmentId, id, secret, place: 'header' };
  }
  const form = formOf(request);
  const [id, secret] = ['client_id', 'client_secret'].map((name) => form.get(name) ?? undefined);
  return { environmentId, id, secret, place: 'form' };
}

function present(request: FastifyRequest, { environmentId, id, secret, place }: Presented): void {
  const form = formOf(request);
  for (const name of ['client_id', 'client_secret']) form.delete(name);
  delete request.raw.headers.authorization;
  if (place === 'header') {
    const text = Buffer.from(`${id ?? ''}:${secret ?? ''}`).toString('base64');
    request.raw.headers.authorization = `Basic ${text}`;
  } else {
    if (id !== undefined) form.set('client_id', id);
    if (secret !== undefined) form.set('client_secret', secret);
  }
  request.body = Buffer.from(form.toString());
  (request.params as Record<string, string>).environmentId = environmentId;
}
