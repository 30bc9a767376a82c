import type { Register } from '../../reports/register.ts';
import type { Operation, Requirement } from '../../schemas/contract.ts';

/** A requirement as the register would hold it. */
export function requirement(
  id: string,
  level: Requirement['level'] = 'must',
  differing: Partial<Requirement> = {},
): Requirement {
  return {
    id,
    area: 'apiServers',
    level,
    evidence: 'documented',
    kind: 'status',
    text: `The rule of \`${id}\` holds.`,
    source: { document: 'API reference', section: id },
    ...differing,
  };
}

export function operation(id: string, statuses: Operation['statuses']): Operation {
  return {
    id,
    area: 'apiServers',
    side: 'api',
    kind: 'create',
    method: 'POST',
    path: '/environments/{envID}/apiServers',
    requestMediaTypes: ['application/json'],
    requestModels: {},
    statuses,
    query: [],
  };
}

/** A register of the given requirements and one operation. */
export function registerOf(...requirements: readonly Requirement[]): Register {
  return {
    requirements: new Map(requirements.map((one) => [one.id, one])),
    operations: [
      operation('apiServers.create', [
        { status: 201, basis: 'operation' },
        { status: 400, basis: 'operation' },
        { status: 413, basis: 'page', unprovoked: 'no limit is documented' },
      ]),
    ],
    suiteVersion: '0.1.0',
  };
}
