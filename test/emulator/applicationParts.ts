import { expect } from 'vitest';
import { type Json, openSession, type Session } from './session.ts';

/** A session with ready ways to make what application roles are about, all in the sandbox. */
export type ApplicationParts = {
  readonly session: Session;
  readonly env: string;
  /** the custom resource that application resources lie below */
  readonly resource: Json;
  role(name: string): Promise<Json>;
  /** an application resource of this name below the custom resource, or another parent */
  applicationResource(name: string, parent?: Json): Promise<Json>;
  /** a permission `read` of a new application resource of this name */
  permission(name: string): Promise<Json>;
  user(username: string): Promise<Json>;
};

/** Starts an emulator with a custom resource in its sandbox. */
export async function prepareApplicationParts(): Promise<ApplicationParts> {
  const session = await openSession();
  const env = `/environments/${session.ids.sandbox}`;
  const resource = await session.make(`${env}/resources`, { name: 'custom' });
  const applicationResource = (name: string, parent: Json = resource) =>
    session.make(`${parent._links.self.href}/applicationResources`, { name });
  return {
    session,
    env,
    resource,
    role: (name) => session.make(`${env}/applicationRoles`, { name }),
    applicationResource,
    permission: async (name) =>
      session.make((await applicationResource(name))._links.permissions.href, {
        action: 'read',
        description: `Read ${name}`,
      }),
    user: (username) => session.make(`${env}/users`, { username }),
  };
}

/** Deletes what has to be there. */
export async function removed(session: Session, url: string): Promise<void> {
  const { status, text } = await session.send('DELETE', url);
  expect([status, text]).toEqual([204, '']);
}

/** The members of a list, without the name under which they are embedded. */
export async function listed(session: Session, url: string): Promise<readonly Json[]> {
  const { status, body } = await session.send('GET', url);
  expect(status).toBe(200);
  return Object.values<Json>(body._embedded)[0];
}
