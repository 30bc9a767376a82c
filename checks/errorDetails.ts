import { detailsOf, namesProperty } from '../fixtures/assertions.ts';
import { at, type Exchange } from '../fixtures/exchange.ts';
import { isInstant } from '../fixtures/instant.ts';
import { Blocked } from '../fixtures/mismatch.ts';
import type { Resource } from '../fixtures/resource.ts';
import type { Scope } from '../fixtures/scope.ts';
import { assertEach } from './answers.ts';
import { type Check, caseFor } from './check.ts';
import { everyError, unauthenticated } from './errors.ts';
import { refusalsOf } from './faults.ts';

/** Detail codes of 400 (OpenAPI, common responses; facts 0.9). The services publish further ones. */
const BAD_REQUEST_DETAILS = [
  ...['ACCOUNT_NOT_USABLE', 'CONSTRAINT_VIOLATION', 'EMPTY_VALUE', 'INVALID_FILTER', 'INVALID_OTP'],
  ...['INVALID_PARAMETER', 'INVALID_VALUE', 'MFA_AUTH_METHODS_CONFLICT', 'NO_PASSWORD', 'OUT_OF_RANGE'],
  ...['REQUIRED_VALUE', 'SIZE_LIMIT_EXCEEDED', 'UNIQUENESS_VIOLATION'],
];
const UNAUTHORIZED_DETAILS = ['INVALID_TOKEN', 'INSUFFICIENT_PERMISSIONS'];

const isText = (value: unknown) => typeof value === 'string' && value !== '';
const isTexts = (value: unknown) => Array.isArray(value) && value.every((each) => typeof each === 'string');
const isNumber = (value: unknown) => typeof value === 'number';

/** Members of innerError with a documented meaning. */
const INNER: Readonly<Record<string, (value: unknown) => boolean>> = {
  allowedValues: isTexts,
  supportedAttributes: isTexts,
  supportedOperators: isTexts,
  allowedPattern: (value) => typeof value === 'string',
  claim: (value) => typeof value === 'string',
  existingId: (value) => typeof value === 'string',
  rangeMinimumValue: isNumber,
  rangeMaximumValue: isNumber,
  maximumValue: isNumber,
  quotaLimit: isNumber,
  quotaResetTime: isInstant,
};

/** What the details of an error hold (Error codes; OpenAPI, common responses; facts 0.9). */
export const errorDetails: Check = function* (resource) {
  yield* caseFor(
    resource,
    'platform-error-details-shape',
    'details are objects with a code and a message',
    async ({ scope }) => {
      const errors = await everyError(scope, resource);
      const holds = ({ json }: Exchange) =>
        at(json, 'details') === undefined || areDetails(at(json, 'details'));
      assertEach(errors, 'details as documented', holds, ({ text }) => text);
    },
  );
  yield* caseFor(resource, 'platform-error-401-detail', 'details of 401 use its codes', async ({ scope }) => {
    const refused = (await unauthenticated(scope, resource)).filter(({ status }) => status === 401);
    if (refused.length === 0) throw new Blocked('nothing was answered with 401');
    const holds = (error: Exchange) =>
      detailsOf(error).every(({ code }) => UNAUTHORIZED_DETAILS.includes(String(code)));
    assertEach(refused, `details of ${UNAUTHORIZED_DETAILS.join(' and ')}`, holds, ({ text }) => text);
  });
  yield* caseFor(
    resource,
    'platform-error-detail-code-known',
    'details of refused bodies use the documented codes',
    async ({ scope }) => {
      const refused = await refusalsOf(scope, resource, await resource.arrange(scope));
      const known = ({ code }: Record<string, unknown>) => BAD_REQUEST_DETAILS.includes(String(code));
      assertEach(
        refused.map(({ exchange }) => exchange),
        'detail codes of the documented list',
        (error) => detailsOf(error).every(known),
        ({ text }) => text,
      );
      observeOthers(scope, resource, await everyError(scope, resource), known);
    },
  );
  yield* caseFor(
    resource,
    'platform-error-detail-target',
    'a refused body is answered with the name of its faulty property',
    async ({ scope }) => {
      for (const { property, exchange } of await refusalsOf(scope, resource, await resource.arrange(scope))) {
        const names = (error: Exchange) => targetsOf(error).some((target) => namesProperty(target, property));
        assertEach([exchange], `a target that names ${property}`, names, targetsOf);
      }
    },
  );
  yield* caseFor(
    resource,
    'platform-error-inner-error-types',
    'documented members of innerError have their type',
    async ({ scope }) => {
      const { body, given } = await scope.create(resource);
      const taken = await scope.api.post(given.collection, body);
      const filter = await scope.api.get(
        `${given.collection}?filter=${encodeURIComponent('unknown eq "x"')}`,
      );
      const errors = [...(await everyError(scope, resource)), taken, filter].filter(
        ({ status }) => status >= 400,
      );
      assertEach(errors, 'innerError as documented', hasTypedInnerErrors, ({ text }) => text);
    },
  );
};

/** Another code than a documented one is no fault where no row expects one. */
function observeOthers(
  scope: Scope,
  resource: Resource,
  errors: readonly Exchange[],
  known: (detail: Record<string, unknown>) => boolean,
): void {
  const details = errors.filter(({ status }) => status === 400).flatMap(detailsOf);
  const others = new Set(details.filter((detail) => !known(detail)).map(({ code }) => String(code)));
  for (const code of others) scope.observe('detail-code', resource.name, code);
}

function areDetails(details: unknown): boolean {
  const isDetail = (detail: unknown) =>
    isText(at(detail, 'code')) &&
    isText(at(detail, 'message')) &&
    ['undefined', 'string'].includes(typeof at(detail, 'target')) &&
    innerErrors(detail).every(
      (inner) => typeof inner === 'object' && inner !== null && !Array.isArray(inner),
    );
  return Array.isArray(details) && details.every(isDetail);
}

/** The older payload table has the target beside the code, the schemas in each detail. */
function targetsOf(error: Exchange): readonly string[] {
  const targets = [at(error.json, 'target'), ...detailsOf(error).map(({ target }) => target)];
  return targets.filter((target) => typeof target === 'string');
}

/** One page spells it innererror. */
function innerErrors(detail: unknown): readonly unknown[] {
  return [at(detail, 'innerError'), at(detail, 'innererror')].filter((inner) => inner !== undefined);
}

function hasTypedInnerErrors(error: Exchange): boolean {
  const members = detailsOf(error)
    .flatMap(innerErrors)
    .flatMap((inner) => Object.entries(inner ?? {}));
  return members.every(([name, value]) => INNER[name]?.(value) ?? true);
}
