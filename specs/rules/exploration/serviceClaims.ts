import type { Claim } from '../../../fixtures/exploration/subject.ts';
import { apiServers } from '../../../resources/apiServers.ts';
import { operations } from '../../../resources/operations.ts';

/** What sequences tell about API services, operations and deployments. */
export const serviceClaims: readonly Claim[] = [
  {
    name: 'created',
    title: 'services and operations read as they were created, whatever came between',
    requirements: ['platform-create-then-read'],
  },
  {
    name: 'replaced',
    title: 'services and operations read as they were last replaced, whatever came between',
    requirements: ['platform-update-then-read'],
  },
  {
    name: 'gone',
    title: 'deleted services and operations stay gone, whatever comes after',
    requirements: ['platform-delete-then-read-404'],
  },
  {
    name: 'orphan',
    of: [operations.name],
    at: ['operation 1 of service 1', 'operation of service 2'],
    title: 'operations go with their service, whatever state it is in',
    requirements: ['api-servers-delete-removes-children'],
  },
  {
    name: 'listed',
    title: 'every service and operation is listed once, whatever came before',
    requirements: ['platform-create-then-listed'],
  },
  {
    name: 'unlisted',
    title: 'deleted services and operations stay out of their lists, whatever comes after',
    requirements: ['platform-delete-then-unlisted'],
  },
  {
    name: 'agrees',
    title: 'services and operations are listed under their last names, whatever came between',
    requirements: ['platform-collection-item-agrees-with-read'],
  },
  {
    name: 'isolated',
    of: [apiServers.name],
    title: 'the services of two environments stay apart, whatever is done to them',
    requirements: ['platform-isolation-list'],
  },
  {
    name: 'paged',
    title: 'the pages of services show each once, whatever came before',
    requirements: ['platform-paging-complete'],
  },
  {
    name: 'replaces',
    title: 'a service or operation can be replaced, whatever came before',
    requirements: ['platform-update-200'],
  },
  {
    name: 'deletes',
    title: 'a service or operation can be deleted, whatever came before',
    requirements: ['platform-delete-204'],
  },
  {
    name: 'twice',
    at: ['operation 1 of service 1', 'operation 2 of service 1'],
    title: 'a second delete finds nothing, whatever came between',
    requirements: ['platform-delete-twice-404'],
  },
  {
    name: 'freed',
    at: ['service 1', 'service 2'],
    title: 'the name of a deleted service is free again, whatever came between',
    requirements: ['platform-delete-frees-name'],
  },
  {
    name: 'clash',
    at: ['service 1', 'service 2'],
    title: 'the name of a service stays its own, whatever came before',
    requirements: ['api-servers-name-unique', 'platform-uniqueness-400'],
  },
  {
    name: 'edited',
    title: 'services stay deployed as they were, whatever is done to them',
    requirements: ['api-server-deployment-edit-does-not-deploy'],
  },
  {
    name: 'spared',
    at: ['operation 1 of service 1', 'service 2'],
    title: 'a deployment leaves other services as they were, whatever came before',
    requirements: ['api-server-deployment-own-service-only'],
  },
];
