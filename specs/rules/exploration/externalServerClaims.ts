import type { Claim } from '../../../fixtures/exploration/subject.ts';
import { apiServers } from '../../../resources/apiServers.ts';
import { externalOAuthServers } from '../../../resources/externalOAuthServers.ts';

/** What sequences tell about external OAuth servers and the API services that use them. */
export const externalServerClaims: readonly Claim[] = [
  {
    name: 'kept',
    at: ['service 1'],
    title: 'a server is not deleted while a service uses it, whatever came before',
    requirements: ['external-oauth-servers-delete-in-use'],
  },
  {
    name: 'released',
    at: ['service 1'],
    title: 'a server can be deleted once no service uses it any more, whatever came between',
    requirements: ['external-oauth-servers-delete-after-use'],
  },
  {
    name: 'created',
    of: [externalOAuthServers.name],
    title: 'servers read as they were created, whatever came between',
    requirements: ['platform-create-then-read'],
  },
  {
    name: 'replaced',
    title: 'servers and the services on them read as last replaced, whatever came between',
    requirements: ['platform-update-then-read'],
  },
  {
    name: 'filtered',
    of: [apiServers.name],
    title: 'services are found by the server they use now, whatever came before',
    requirements: ['platform-filter-result-exact', 'api-servers-filter-external-oauth-server'],
  },
  {
    name: 'filtered',
    of: [externalOAuthServers.name],
    title: 'servers are found by their last names, whatever came before',
    requirements: ['platform-filter-result-exact', 'external-oauth-servers-filter-name-co'],
  },
  {
    name: 'paged',
    of: [externalOAuthServers.name],
    title: 'the pages of servers show each once, whatever came before',
    requirements: ['platform-paging-complete', 'external-oauth-servers-cursor'],
  },
  {
    name: 'isolated',
    title: 'servers and services of two environments stay apart, whatever is done to them',
    requirements: ['platform-isolation-list'],
  },
  {
    name: 'freed',
    of: [externalOAuthServers.name],
    title: 'the name of a deleted server is free again, whatever came between',
    requirements: ['platform-delete-frees-name'],
  },
  {
    name: 'clash',
    of: [externalOAuthServers.name],
    title: 'the name of a server stays its own, whatever came before',
    requirements: ['external-oauth-servers-name-unique', 'platform-uniqueness-400'],
  },
];
