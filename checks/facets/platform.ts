import { assertDetail } from '../../fixtures/assertDetail.ts';
import { assertError, assertRefused, BAD_REQUEST_CODES } from '../../fixtures/assertions.ts';
import type { Case } from '../../fixtures/case.ts';
import type { Exchange } from '../../fixtures/exchange.ts';
import { valueAt } from '../../fixtures/mutations/path.ts';
import type { Resource } from '../../fixtures/resource.ts';
import type { Scope } from '../../fixtures/scope.ts';
import { type Facet, requirement } from '../../schemas/contract.ts';
import { fullOf } from '../bodies.ts';
import { caseFor } from '../check.ts';
import { withoutTrace } from '../traces.ts';
import { prepareWrite, type Write, writes, writesOf } from '../writes.ts';
import { assertAllowedValues, assertRange } from './innerError.ts';
import type { PropertyFault } from './subject.ts';

/** What a platform row says of every property of every model that has one of some facets. */
type PlatformRow = {
  readonly row: string;
  readonly facets: readonly Facet[];
  readonly writes: readonly Write[];
  /** Completes "a create with …". */
  readonly what: string;
  readonly judge: (answer: Exchange, fault: PropertyFault) => void;
};

const detail = (...codes: readonly string[]): PlatformRow['judge'] => {
  return (answer, { refusal }) => {
    assertError(answer, [400], BAD_REQUEST_CODES);
    assertDetail(answer, refusal.target, codes);
  };
};

/** Codes that stand for another structure or option than the documented one (error page). */
const structureCodes = ['INVALID_VALUE', 'INVALID_PARAMETER', 'CONSTRAINT_VIOLATION'];

const platformRows: readonly PlatformRow[] = [
  {
    row: 'platform-validation-400',
    facets: [
      'required',
      'minItems',
      'maxItems',
      'uniqueItems',
      'maxLength',
      'minimum',
      'maximum',
      'enum',
      'format',
    ],
    writes,
    what: 'that breaks any documented constraint is refused as a fault of the client',
    judge: (answer) => assertError(answer, [400], BAD_REQUEST_CODES),
  },
  {
    row: 'platform-request-wrong-structure-400',
    facets: ['type', 'elementType'],
    writes,
    what: 'with another structure for any property is refused for it',
    judge: (answer, { refusal }) => assertRefused(answer, { ...refusal, codes: structureCodes }),
  },
  {
    row: 'platform-put-required-missing-400',
    facets: ['required'],
    writes: ['replace'],
    what: 'without any one of the required properties is refused for it',
    judge: (answer, { refusal }) =>
      assertRefused(answer, { ...refusal, codes: ['REQUIRED_VALUE', 'EMPTY_VALUE', 'INVALID_VALUE'] }),
  },
  {
    row: 'platform-error-detail-required-value',
    facets: ['required'],
    writes,
    what: 'without any one of the required properties is told REQUIRED_VALUE',
    judge: detail('REQUIRED_VALUE'),
  },
  {
    row: 'platform-error-detail-empty-value',
    facets: ['empty'],
    writes,
    what: 'with an empty text for any required one is told so',
    judge: detail('EMPTY_VALUE', 'REQUIRED_VALUE', 'INVALID_VALUE', 'SIZE_LIMIT_EXCEEDED'),
  },
  {
    row: 'platform-error-detail-invalid-value',
    facets: ['enum'],
    writes,
    what: 'with an unknown option for any property is told INVALID_VALUE',
    judge: detail('INVALID_VALUE'),
  },
  {
    row: 'platform-error-inner-error-allowed-values',
    facets: ['enum'],
    writes,
    what: 'with an unknown option is told none but documented options',
    judge: (answer, { property }) => assertAllowedValues(answer, property),
  },
  {
    row: 'platform-error-detail-size-limit',
    facets: ['maxLength', 'maxItems'],
    writes,
    what: 'beyond the size of any property is told so',
    judge: detail('SIZE_LIMIT_EXCEEDED', 'INVALID_VALUE', 'OUT_OF_RANGE', 'CONSTRAINT_VIOLATION'),
  },
  {
    row: 'platform-error-detail-out-of-range',
    facets: ['minimum', 'maximum'],
    writes,
    what: 'with a number out of range is told the range',
    judge: (answer, fault) => {
      detail('OUT_OF_RANGE', 'INVALID_VALUE')(answer, fault);
      assertRange(answer, fault.property);
    },
  },
];

/** One case a row and write; it goes through every property that the row speaks of. */
export function* platformFaults(resource: Resource, faults: readonly PropertyFault[]): Generator<Case> {
  for (const { row, facets, writes: tried, what, judge } of platformRows) {
    const concerned = faults.filter(({ facet, rows }) => facets.includes(facet) && isFirm(rows, row));
    for (const write of writesOf(resource).filter((each) => tried.includes(each))) {
      const those = concerned.filter(({ property }) => write === 'create' || !property.immutable);
      if (those.length === 0) continue;
      yield* caseFor(resource, row, `a ${write} ${what}`, ({ scope }) =>
        tryAll(scope, resource, write, those, judge),
      );
    }
  }
}

/** A row that has to be kept demands nothing where the property's own row only says what had better be. */
function isFirm(rows: readonly string[], row: string): boolean {
  return requirement(row).level !== 'must' || rows.every((id) => requirement(id).level === 'must');
}

/** Prepares one write a shape of body and sends it with each fault in turn. */
async function tryAll(
  scope: Scope,
  resource: Resource,
  write: Write,
  faults: readonly PropertyFault[],
  judge: PlatformRow['judge'],
): Promise<void> {
  const shapes = new Set(faults.map(({ shape }) => shape));
  for (const shape of shapes) {
    const prepared = await prepareWrite(scope, resource, write, fullOf(shape));
    const material = { scope, given: prepared.given };
    for (const fault of faults.filter((one) => one.shape === shape)) {
      const body = prepared.clean();
      if (valueAt(body, fault.property.path) === undefined) continue;
      for (const faulty of await fault.bodies(body, material)) {
        await withoutTrace(prepared, faulty, async () => judge(await prepared.send(faulty), fault));
      }
    }
  }
}
