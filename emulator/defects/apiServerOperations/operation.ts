import { randomUUID } from 'node:crypto';
import type { Fault } from '../defect.ts';
import { defectsOf } from '../defect.ts';
import { body, status, text } from '../faults/answers.ts';
import { confuses, identifies, moves } from '../faults/identity.ts';
import { adds, gives, omits } from '../faults/members.ts';
import { answersOld, understands } from '../faults/state.ts';
import { keepsRefused } from '../faults/storage.ts';
import { accepts, stores } from '../faults/validation.ts';
import type { Asked } from '../reply.ts';
import { at, type Operation, operations } from './places.ts';

/** What a server can do wrong with an operation as a whole and with its collection. */
export const operation = defectsOf({
  'api-server-operations-create-201': [
    ['answers 200 to the create of an operation', status(at.create, 201, 200)],
    ['answers 202 to the create of an operation', status(at.create, 201, 202)],
    ['answers the create of an operation without a body', text(at.create, () => '', succeeded)],
  ],
  'api-server-operations-read-200': [
    [
      'reads the youngest operation of the service, whichever is asked for',
      confuses(operations, at.read, (all) => all.at(-1)),
    ],
    ['answers 203 to the read of an operation', status(at.read, 200, 203)],
  ],
  'api-server-operations-update-success': [
    ['answers 204 to the replace of an operation', status(at.replace, 200, 204)],
    ['answers 202 to the replace of an operation', status(at.replace, 200, 202)],
    ['stores a replaced operation as a second one', moves(operations, at.replace, () => randomUUID(), true)],
    ['answers the replace of an operation with its old state', answersOld(operations)],
  ],
  'api-server-operations-delete-204': [
    ['answers 200 to the delete of an operation', status(at.remove, 204, 200)],
    ['answers the delete of an operation with what it was', showsDeleted()],
  ],
  'api-server-operations-create-then-read': [
    [
      'reads the name of an operation in small letters',
      gives(at.read, 'name', (old: string) => old.toLowerCase()),
    ],
    ['reads only the first method of an operation', gives(at.read, 'methods', first)],
    ['stores an operation without its access rules', stores(operations, withoutRules)],
    ['reads an operation without its access rules', omits(at.read, 'accessControl')],
    ['reads only the first path of an operation', gives(at.read, 'paths', first)],
  ],
  'api-server-operations-update-validates': [
    [
      'checks the patterns of an operation on its create only',
      accepts(operations, /^paths/, undefined, { on: 'replace' }),
    ],
    ['refuses the replace of an operation and makes it', keepsRefused(operations)],
  ],
  'api-server-operations-id-uuid': [
    ['makes ids of operations that are no UUIDs', identifies(operations, (id) => `operation-${id}`)],
    [
      'takes the name of an operation for its id',
      identifies(operations, (id, { body: sent }) => nameOf(sent) ?? id),
    ],
    ['numbers operations', identifies(operations, (_id, _asked, number) => String(number))],
    [
      'tells the same id of every new operation',
      gives(at.create, 'id', '11111111-1111-4111-8111-111111111111'),
    ],
  ],
  'api-server-operations-id-read-only': [
    ['stores an operation under the id that the client sent', moves(operations, at.create, sentId)],
    ['moves an operation to the id that a replace sent', moves(operations, at.replace, sentId)],
    [
      'shows the id of an operation that the client sent',
      gives(at.write, 'id', (id, { body: sent }) => idOf(sent) ?? id),
    ],
  ],
  'api-server-operations-policy-id-read-only': [
    [
      'stores the policy of an operation that the client sent',
      understands(operations, (read, { policy = null }) => (policy === null ? read : { ...read, policy })),
    ],
    [
      'shows the policy of an operation that the client sent',
      body(at.write, (json, { body: sent }) => {
        const { policy } = (sent ?? {}) as { policy?: unknown };
        if (policy !== undefined) json.policy = policy;
      }),
    ],
  ],
  'api-server-operations-policy-id-without-custom': [
    [
      'makes up a policy for every operation',
      stores(operations, (value) => ({ policy: { id: randomUUID() }, ...value })),
    ],
    ['shows a policy for every operation that is created', adds(at.create, 'policy', { id: randomUUID() })],
    ['shows a policy for every operation that is read', adds(at.read, 'policy', { id: randomUUID() })],
  ],
  'api-server-operations-policy-id-uuid': [
    ['shows a policy that has no UUID for every operation', adds(at.one, 'policy', { id: 'root' })],
    [
      'shows the policy of an operation as a bare text',
      gives(at.one, 'policy', ({ id }: { id: string }) => id),
    ],
    ['shows policies of operations whose ids are no UUIDs', gives(at.one, 'policy.id', 'root')],
    ['reads the policy of an operation as a list', gives(at.read, 'policy', (one) => [one])],
  ],
});

function showsDeleted(): Fault {
  return (parts) =>
    parts.reply(at.remove, (reply, { parameters }) => {
      if (reply.status !== 204) return;
      reply.status = 200;
      reply.body = { id: parameters[operations.item] };
      delete reply.text;
    });
}

function withoutRules({ accessControl: _, ...others }: Operation): Operation {
  return others;
}

function succeeded(status: number): boolean {
  return status < 300;
}

function first(list: readonly unknown[]): readonly unknown[] {
  return list.slice(0, 1);
}

function nameOf(sent: unknown): string | undefined {
  const { name } = (sent ?? {}) as { name?: unknown };
  return typeof name === 'string' ? name : undefined;
}

function idOf(sent: unknown): string | undefined {
  const { id } = (sent ?? {}) as { id?: unknown };
  return typeof id === 'string' ? id : undefined;
}

function sentId(id: string, { body: sent }: Asked): string {
  return idOf(sent) ?? id;
}
