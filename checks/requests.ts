import type { Outgoing } from '../fixtures/client.ts';
import type { Body, Resource } from '../fixtures/resource.ts';
import type { Made, Scope } from '../fixtures/scope.ts';

/** One valid request for each operation that a resource has. */
export type Requests = {
  readonly list: Outgoing;
  readonly read?: Outgoing;
  readonly create: Outgoing & { readonly json: Body };
  readonly update?: Outgoing & { readonly json: Body };
  readonly delete: Outgoing;
};

/** The documented requests on a member that exists and on its collection, reads first, the delete last. */
export function requestsOn(scope: Scope, resource: Resource, { given, path }: Made): Requests {
  const { read, update } = resource.operations;
  return {
    list: { method: 'GET', to: given.collection },
    ...(read === undefined ? {} : { read: { method: 'GET', to: path } }),
    create: { method: 'POST', to: given.collection, json: resource.body(scope, given) },
    ...(update === undefined
      ? {}
      : { update: { method: 'PUT', to: path, json: resource.changed(scope, given) } }),
    delete: { method: 'DELETE', to: path },
  };
}

/** Those of several requests that the resource has. */
export function offered(...requests: readonly (Outgoing | undefined)[]): readonly Outgoing[] {
  return requests.filter((request) => request !== undefined);
}
