import { describe, expect, it } from 'vitest';
import { causes } from '../../reports/causes.ts';
import type { Failure } from '../../reports/failure.ts';

let made = 0;
function failing(requirement: string, message: string, differing: Partial<Failure> = {}): Failure {
  made += 1;
  return {
    id: `${requirement}-${made}`,
    requirement,
    synonyms: [],
    level: 'must',
    case: `case ${made}`,
    file: 'specs/a.spec.ts',
    line: 1,
    fault: 'target',
    faultRule: 'x',
    message: `${requirement}: ${message}`,
    expected: 'x',
    received: 'y',
    replay: 'z',
    exchanges: [],
    ...differing,
  };
}
const sizes = (failures: readonly Failure[]) => causes(failures).map((cause) => cause.failures.length);
const uuid = (digit: number) => `0000000${digit}-0000-4000-8000-000000000000`;

describe('causes', () => {
  it('joins failures of one requirement whose messages differ only in values', () => {
    const failures = [1, 2].map((digit) => failing('a', `/id is "${uuid(digit)}" on GET /x/${uuid(digit)}`));
    const [cause] = causes(failures);
    expect(sizes(failures)).toEqual([2]);
    expect(cause?.headline).toBe('/id is "…" on GET /x/{…}');
  });

  it('joins failures of one operation and status over requirements', () => {
    const failures = ['a', 'b', 'c'].map((id, index) =>
      failing(
        id,
        `POST /v1/environments/${uuid(index)}/apiServers?x=1 answered 500, documented ${400 + index}`,
      ),
    );
    expect(sizes(failures)).toEqual([3]);
    expect(causes(failures)[0]?.headline).toBe('POST /v1/environments/{…}/apiServers answered 500');
  });

  it('keeps different causes apart, and puts each failure into one', () => {
    const failures = [
      failing('a', 'POST /x answered 500, documented 201'),
      failing('a', 'POST /y answered 500, documented 201'),
      failing('b', 'POST /y answered 500, documented 400'),
      failing('c', 'POST /y answered 500, documented 404'),
      failing('a', 'the body is empty'),
    ];
    expect(sizes(failures)).toEqual([3, 1, 1]);
  });

  it('puts what only warns last', () => {
    const failures = [
      ...['w', 'w'].map((id) => failing(id, 'x', { level: 'should' })),
      failing('a', 'y'),
      failing('s', 'z', { level: 'should', fault: 'suite' }),
    ];
    expect(causes(failures).map((cause) => cause.failures[0].requirement)).toEqual(['a', 's', 'w']);
  });

  it('copes with thousands of failures', () => {
    const failures = Array.from({ length: 3000 }, (_, index) =>
      failing(`r${index % 1500}`, `message ${index % 1500}`),
    );
    expect(causes(failures)).toHaveLength(1500);
  });
});
