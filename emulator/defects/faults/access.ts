import { SignJWT } from 'jose';
import type { ApiError } from '../../http/errors.ts';
import { issueToken } from '../../oauth/accessToken.ts';
import type { Fault } from '../defect.ts';
import type { Parts } from '../parts.ts';
import type { Where } from '../where.ts';

/** Lets requests pass that have to be refused for who sends them: they are served as if the first worker had. */
export function admits(
  where: Where,
  refusal: (problem: ApiError) => boolean = ({ status }) => status === 401 || status === 403,
  when: (authorization: string | undefined) => boolean = () => true,
): Fault {
  return (parts) =>
    parts.refused(where, async (problem, _asked, request, handler) => {
      const { headers } = request.raw;
      if (!refusal(problem) || !when(headers.authorization)) return undefined;
      headers.authorization = await someToken(parts);
      return handler(request);
    });
}

/** Serves what lies in another environment of the emulator under the environment of the path. */
export function leaks(where: Where): Fault {
  return (parts) =>
    parts.refused(where, async ({ status }, _asked, request, handler) => {
      if (status !== 404) return undefined;
      const parameters = request.params as Record<string, string>;
      for (const environmentId of parts.gatekeeper.world.organizationOf.keys()) {
        const answer = await elsewhere(() => {
          parameters.environmentId = environmentId;
          return handler(request);
        });
        if (answer !== undefined) return answer;
      }
      return undefined;
    });
}

/** Issues tokens whose claims or header differ; undefined members are left out. */
export function claims(
  change: (claims: Record<string, unknown>) => Record<string, unknown>,
  header: (header: Record<string, unknown>) => Record<string, unknown> = (old) => old,
): Fault {
  return (parts) =>
    parts.wrap('POST /:environmentId/as/token', (handler) => async (request) => {
      const answer = await handler(request);
      const token = answer.body?.access_token;
      if (typeof token !== 'string') return answer;
      const [head = '', payload = ''] = token.split('.').map((part) => decoded(part));
      const { privateKey } = parts.gatekeeper.key;
      const next = await new SignJWT(defined(change(JSON.parse(payload))))
        .setProtectedHeader(defined(header(JSON.parse(head))) as { alg: string })
        .sign(privateKey);
      return { ...answer, body: { ...answer.body, access_token: next } };
    });
}

/** A token that opens everything the first worker may open, as an Authorization header. */
export async function someToken({ gatekeeper, seed }: Parts): Promise<string> {
  const [worker] = seed.workers;
  const environmentId = worker?.environmentId ?? '';
  const organizationId = gatekeeper.world.organizationOf.get(environmentId) ?? '';
  const holder = { clientId: worker?.clientId ?? '', environmentId, organizationId };
  return `Bearer ${await issueToken(gatekeeper.key, 'https://auth.example.com', 'https://api.pingone.com', holder)}`;
}

async function elsewhere<R>(run: () => R | Promise<R>): Promise<R | undefined> {
  try {
    return await run();
  } catch {
    return undefined;
  }
}

function decoded(part: string): string {
  return Buffer.from(part, 'base64url').toString('utf8');
}

function defined(members: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
}
