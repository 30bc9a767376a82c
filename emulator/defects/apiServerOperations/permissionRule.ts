import { randomUUID } from 'node:crypto';
import { defectsOf } from '../defect.ts';
import { body } from '../faults/answers.ts';
import { gives, misleads, unlinks } from '../faults/members.ts';
import { misreports } from '../faults/refusals.ts';
import { at } from './places.ts';
import {
  acceptsBare,
  acceptsRule,
  dropsRule,
  isUuid,
  keepsRule,
  readsRule,
  refusesRule,
  wrapped,
} from './references.ts';

const id = 'permission.id';

/** What a server can do wrong with the permission rule of an operation and its link. */
export const permissionRule = defectsOf({
  'api-server-operations-permission-accepted': [
    ['drops the permission rule', dropsRule('permission')],
    [
      'reads another id of the permission rule',
      gives(at.read, 'accessControl.permission.id', () => randomUUID()),
    ],
    [
      'answers with the bare id of the permission rule',
      gives(at.one, 'accessControl.permission', ({ id: bare }: { id: string }) => bare),
    ],
    ['refuses a permission rule', refusesRule('permission')],
  ],
  'api-server-operations-permission-id-required': [
    [
      'stores a permission rule without an id',
      acceptsRule(id, undefined, { when: (sent) => sent === undefined }),
    ],
    [
      'stores a permission rule without an id in a replace',
      acceptsRule(id, undefined, { on: 'replace', when: (sent) => sent === undefined }),
    ],
    [
      'refuses a permission rule without an id for the name of the operation',
      misreports(at.write, { target: `accessControl.${id}`, code: 'REQUIRED_VALUE' }, (detail) => ({
        ...detail,
        target: 'name',
      })),
    ],
  ],
  'api-server-operations-permission-type': [
    [
      'reads the permission rule as a bare id',
      gives(at.read, 'accessControl.permission', ({ id: bare }: { id: string }) => bare),
    ],
    ['stores a text as the permission rule', acceptsBare('permission')],
    ['takes a bare id for a permission rule', readsRule('permission', wrapped)],
    [
      'drops a text for the permission rule',
      readsRule('permission', (rule) => (typeof rule === 'string' ? undefined : rule)),
    ],
  ],
  'api-server-operations-permission-exists': [
    ['stores the id of a permission that does not exist', acceptsRule(id, undefined, { when: isUuid })],
    [
      'looks for the permission in a create only',
      acceptsRule(id, undefined, { on: 'replace', when: isUuid }),
    ],
  ],
  'api-server-operations-permission-id-uuid': [
    [
      'stores any text as the id of a permission',
      acceptsRule(id, undefined, { when: (sent) => typeof sent === 'string' && !isUuid(sent) }),
    ],
    [
      'stores any text as the id of a permission in a replace',
      acceptsRule(id, undefined, {
        on: 'replace',
        when: (sent) => typeof sent === 'string' && !isUuid(sent),
      }),
    ],
  ],
  'api-server-operations-permission-mutable': [
    ['answers 200 and keeps the permission of a rule', keepsRule('permission')],
    [
      'reads another permission of a rule than it stored',
      gives(at.read, 'accessControl.permission.id', () => randomUUID()),
    ],
  ],
  'api-server-operations-link-permission': [
    ['leaves the link to the permission of a rule out', unlinks(at.read, 'permission')],
    [
      'links to the permission of a rule in a list',
      gives(at.read, '_links.permission', (link: unknown) => [link]),
    ],
    [
      'links to another permission than that of the rule',
      misleads(at.read, 'permission', (href) => href.replace(/[^/]+$/, randomUUID())),
    ],
    [
      'links to all permissions for that of the rule',
      misleads(at.read, 'permission', (href) => href.replace(/\/[^/]+$/, '')),
    ],
  ],
  'api-server-operations-link-permission-absent': [
    [
      'links an operation without a permission rule to no permission',
      body(at.read, (json, { path }) => {
        const links = json._links as Record<string, unknown>;
        links.permission ??= {
          href: `${String((links.environment as { href: unknown }).href)}/permissions/null?of=${path}`,
        };
      }),
    ],
  ],
});
