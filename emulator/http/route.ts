import type { Actor, Reach } from '../access/actor.ts';
import type { Permission } from '../access/roles.ts';
import type { World } from '../store/world.ts';
import type { Answer } from './answer.ts';

/** The methods that some path of the API takes. */
export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** The switches of a licence that open a service (facts 5, licenses). */
export type LicenseFlag =
  | 'allowApiAccessManagement'
  | 'allowDynamicAuthorization'
  | 'allowApplicationPermissions';

/** A request whose sender is known and allowed to make it. */
export type Call = {
  readonly world: World;
  readonly actor: Actor;
  /** where the client addressed the API, such as http://127.0.0.1:8080/v1 */
  readonly base: string;
  /** values of the path's parameters, percent-decoded */
  readonly parameters: Readonly<Record<string, string>>;
  /** text after the question mark, undecoded */
  readonly search: string;
  readonly contentType: string | undefined;
  /** media types that the client takes, as it sent them */
  readonly accept: string | undefined;
  readonly body: Buffer | undefined;
  /** what the actor's permission reaches in the environment of the path */
  readonly reach: Reach;
};

/** One method of one path. */
export type Operation = {
  readonly permission: Permission;
  /** whether a role for a population opens the operation; the operation then looks at `reach` itself */
  readonly byPopulation?: boolean;
  readonly license?: LicenseFlag;
  readonly run: (call: Call) => Answer;
};

/**
 * One path with its methods. `level` says what is checked before the operation runs: that the environment of the
 * path exists and the role covers it, that the organization is the token's, or that the role exists at all.
 */
export type Route = {
  /** below /v1, with `:name` for parameters */
  readonly path: string;
  readonly level: 'environment' | 'organization' | 'platform';
  readonly operations: { readonly [method in Method]?: Operation };
};

/** The methods of a route as the cross-origin header lists them. */
export function allowOf(route: Route): string {
  return ['OPTIONS', ...Object.keys(route.operations)].join(',');
}
