import type { CaseEnded, Event, Evidence, Failure, RunEnded, RunStarted } from '../../schemas/events.ts';

const AT = '2026-11-20T09:30:00.000Z';

/** Events of a made-up run; each takes what is to differ. */
export function runStarted(differing: Partial<RunStarted> = {}): RunStarted {
  return {
    type: 'run-started',
    at: AT,
    suite: { version: '0.1.0' },
    target: {
      name: 'emulator',
      kind: 'emulator',
      apiUrl: 'http://127.0.0.1:43117/v1',
      authUrl: 'http://127.0.0.1:43117',
      environmentId: '5f0c6d1e-3c2a-4a7e-9d60-6a4b1f3f7c11',
    },
    run: { id: 'k3v9x2', seed: 1729, runs: 100, lease: 'pc-k3v9x2' },
    lacks: {},
    ...differing,
  };
}

export function casesPlanned(cases: number): Event {
  return { type: 'cases-planned', at: AT, cases };
}

export function evidence(id: string, differing: Partial<Evidence> = {}): Evidence {
  return {
    type: 'evidence',
    case: id,
    requests: 3,
    bytes: 2048,
    retries: 0,
    waitedMs: 0,
    statuses: {},
    assertions: 4,
    ...differing,
  };
}

export function caseEnded(
  id: string,
  requirements: readonly string[],
  differing: Partial<CaseEnded> = {},
): CaseEnded {
  return {
    type: 'case-ended',
    at: AT,
    case: id,
    title: `apiServers: case ${id} answers as documented`,
    file: 'specs/apiServers.spec.ts',
    line: 12,
    requirements,
    status: 'passed',
    durationMs: 12,
    ...differing,
  };
}

export function failure(requirement: string, differing: Partial<Failure> = {}): Failure {
  return {
    requirement,
    fault: 'target',
    faultRule: 'the target answered, and the answer breaks the requirement',
    message: `${requirement}: POST /v1/environments/5f0c6d1e-3c2a-4a7e-9d60-6a4b1f3f7c11/apiServers answered 200, documented 201`,
    expected: 'status 201',
    received: 'status 200',
    replay: `npx pingone-conformance run --grep 'a create answers 201' --seed 1729`,
    exchanges: ['POST http://127.0.0.1:43117/v1/apiServers\n{"name":"a"}\n-> 200 application/json\n{}'],
    ...differing,
  };
}

export function runEnded(differing: Partial<RunEnded> = {}): RunEnded {
  return {
    type: 'run-ended',
    at: '2026-11-20T09:30:41.000Z',
    durationMs: 41_000,
    interrupted: false,
    errors: [],
    ...differing,
  };
}

/** A case that passed: its evidence and its end. */
export function passed(id: string, ...requirements: readonly string[]): readonly Event[] {
  return [evidence(id), caseEnded(id, requirements)];
}

/** A case that failed with what the suite writes about it. */
export function failed(
  id: string,
  requirements: readonly [string, ...string[]],
  differing: Partial<Failure> = {},
): readonly Event[] {
  return [
    evidence(id, { failure: failure(requirements[0], differing) }),
    caseEnded(id, requirements, { status: 'failed', error: 'Mismatch' }),
  ];
}
