import { defectsOf } from '../defect.ts';
import { body, entries } from '../faults/answers.ts';
import { embeds, members } from '../faults/pages.ts';
import { failsWhen } from '../faults/replies.ts';
import { listsStale } from '../faults/staleness.ts';
import { noContent } from '../faults/statuses.ts';
import { groups, inGroups, inPopulations, inScopes, populations } from './places.ts';

const list = inPopulations.list;

/** What a server can do wrong with collections. */
export const collections = defectsOf({
  'platform-collection-embedded-key': [
    ['lists groups as items', embeds(inGroups.list, (_name, all) => ({ items: all }))],
    [
      'lists populations by their ids',
      embeds(list, (name, all) => ({ [name]: Object.fromEntries(all.map((one) => [one.id, one])) })),
    ],
  ],
  'platform-collection-item-agrees-with-read': [
    ['lists the name that a group had before it was replaced', listsStale(groups, 'name')],
    [
      'lists the description that a population had before it was replaced',
      listsStale(populations, 'description'),
    ],
    [
      'lists scopes with other names',
      entries(inScopes.list, (one) => ({ ...one, name: String(one.name).toUpperCase() })),
    ],
    ['shows nothing where a listed group is read', noContent(inGroups.read)],
  ],
  'platform-collection-unknown-query': [
    [
      'answers 500 to an unknown parameter of a list of groups',
      failsWhen(inGroups.list, ({ query: asked }) => [...asked.keys()].some((name) => !KNOWN.includes(name))),
    ],
    [
      'lists no populations where a parameter is unknown',
      members(list, (all, { query: asked }) =>
        [...asked.keys()].some((name) => !KNOWN.includes(name)) ? [] : all,
      ),
    ],
  ],
  'platform-paging-default': [
    ['lists one group without a limit and no more', members(inGroups.list, (all) => all.slice(0, 1))],
    [
      'lists two populations without a limit and no more',
      members(list, (all, { query: asked }) => (asked.has('limit') ? all : all.slice(0, 2))),
    ],
  ],
  'platform-paging-count': [
    ['counts the populations of a page only', counts((all) => all.length)],
    [
      'counts one population too many',
      body(list, (page) => {
        page.count = Number(page.count) + 1;
      }),
    ],
    [
      'counts groups with a text',
      body(inGroups.list, (page) => {
        page.count = String(page.count);
      }),
    ],
  ],
  'platform-paging-size': [
    [
      'calls the number of all populations the size of a page',
      body(list, (page, { query: asked }) => {
        page.size = Number(page.count) + (asked.has('limit') ? 1 : 0);
      }),
    ],
    [
      'tells a size of groups that is one short',
      body(inGroups.list, (page) => {
        page.size = Number(page.size) - 1;
      }),
    ],
  ],
});

const KNOWN = ['limit', 'cursor', 'filter', 'order', 'expand'];

function counts(as: (members: readonly unknown[]) => number) {
  return body(list, (page) => {
    const [all] = Object.values(page._embedded as Record<string, readonly unknown[]>);
    page.count = as(all ?? []);
  });
}
