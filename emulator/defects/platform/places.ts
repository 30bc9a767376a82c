import { apiServerOperations } from '../../collections/apiServerOperations.ts';
import { apiServers } from '../../collections/apiServers.ts';
import { applicationRoles } from '../../collections/applicationRoles.ts';
import { decisionEndpoints } from '../../collections/decisionEndpoints.ts';
import { environments } from '../../collections/environments.ts';
import { externalOAuthServers } from '../../collections/externalOAuthServers.ts';
import { gateways } from '../../collections/gateways.ts';
import { groups } from '../../collections/groups.ts';
import { populations } from '../../collections/populations.ts';
import { resources } from '../../collections/resources.ts';
import { scopes } from '../../collections/scopes.ts';
import { placesOf } from '../where.ts';

/**
 * What holds for every resource is broken in one of them: groups where nothing else is needed, populations for unique
 * names, pages and filters, and others for what only they have.
 */
export {
  apiServerOperations,
  applicationRoles,
  decisionEndpoints,
  gateways,
  groups,
  populations,
  resources,
  scopes,
};

export const inGroups = placesOf(groups);
export const inPopulations = placesOf(populations);
export const inGateways = placesOf(gateways);
export const inEndpoints = placesOf(decisionEndpoints);
export const inOperations = placesOf(apiServerOperations);
export const inResources = placesOf(resources);
export const inRoles = placesOf(applicationRoles);
export const inServers = placesOf(externalOAuthServers);
export const inServices = placesOf(apiServers);
export const inScopes = placesOf(scopes);
export const inEnvironments = placesOf(environments);

/** What changes or asks something and belongs to no collection. */
export const evaluation = inEndpoints.read.replace('GET', 'POST');
export const deployment = `${inServices.read.replace('GET', 'POST')}/deployment`;

/** A UUID that nothing has. */
export const nobody = '11111111-1111-4111-8111-111111111111';

/** The address of what an address lies below. */
export function parentOf(href: string): string {
  return href.replace(/\/[^/]+$/, '');
}

/** An address that ends in another id. */
export function lastAs(href: string, id: string): string {
  return href.replace(/[^/]+$/, id);
}

/** The last part of a path. */
export function lastOf(path: string): string {
  return path.split('/').at(-1) ?? '';
}
