import { request } from 'undici';
import type { SeedWorker } from '../../emulator/seed.ts';

/** The Authorization header with a new token of a worker, requested in the worker's own way. */
export async function bearerOf(authUrl: string, worker: SeedWorker): Promise<string> {
  const { clientId, clientSecret, environmentId, tokenEndpointAuthMethod } = worker;
  const basic = tokenEndpointAuthMethod === 'CLIENT_SECRET_BASIC';
  const credentials = basic ? '' : `&client_id=${clientId}&client_secret=${encodeURIComponent(clientSecret)}`;
  const answer = await request(`${authUrl}/${environmentId}/as/token`, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      ...(basic ? { authorization: basicHeader(worker) } : {}),
    },
    body: `grant_type=client_credentials${credentials}`,
  });
  const { access_token: token } = (await answer.body.json()) as { access_token: string };
  return `Bearer ${token}`;
}

/** The Authorization header of HTTP Basic for a worker. */
export function basicHeader({ clientId, clientSecret }: SeedWorker): string {
  return `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`;
}
