import { defectsOf } from '../defect.ts';
import { misreports, refusesWith } from '../faults/refusals.ts';
import { eachDetail, eachInnerError, succeedsWhen } from '../faults/replies.ts';
import { cuts } from '../faults/texts.ts';
import { accepts } from '../faults/validation.ts';
import {
  groups,
  inEndpoints,
  inGateways,
  inGroups,
  inOperations,
  inPopulations,
  inResources,
  inRoles,
  nobody,
  populations,
} from './places.ts';

type Json = Record<string, unknown>;

/** What a server can do wrong with the details of a refusal, and with the refusals of bodies that break a rule. */
export const errorDetails = defectsOf({
  'platform-error-detail-code-known': [
    [
      'tells details of groups as VALIDATION_ERROR',
      eachDetail(inGroups.create, set('code', 'VALIDATION_ERROR'), 400),
    ],
    [
      'tells details of refused populations as BLANK',
      eachDetail(inPopulations.write, set('code', 'BLANK'), 400),
    ],
  ],
  'platform-error-detail-target': [
    [
      'names the description whatever is wrong with a group',
      eachDetail(inGroups.create, set('target', 'description'), 400),
    ],
    [
      'names nothing that is wrong with a population',
      eachDetail(inPopulations.write, set('target', undefined), 400),
    ],
  ],
  'platform-error-detail-required-value': [
    [
      'calls a missing name of a group an invalid one',
      recodes(inGroups.create, 'REQUIRED_VALUE', 'INVALID_VALUE'),
    ],
    [
      'calls a missing name in a replacement of a population empty',
      recodes(inPopulations.replace, 'REQUIRED_VALUE', 'EMPTY_VALUE'),
    ],
    [
      'names the id where the name of a group is missing',
      misreports(inGroups.write, { code: 'REQUIRED_VALUE' }, (one) => ({ ...one, target: 'id' })),
    ],
  ],
  'platform-error-detail-empty-value': [
    ['takes an empty name of a group', accepts(groups, 'name', 'EMPTY_VALUE')],
    [
      'calls an empty name of a population taken',
      recodes(inPopulations.write, 'EMPTY_VALUE', 'UNIQUENESS_VIOLATION'),
    ],
    [
      'takes an empty name in a replacement of a population',
      accepts(populations, 'name', 'EMPTY_VALUE', { on: 'replace' }),
    ],
  ],
  'platform-error-detail-invalid-value': [
    [
      'calls an unknown type of a gateway a missing one',
      recodes(inGateways.create, 'INVALID_VALUE', 'REQUIRED_VALUE'),
    ],
    [
      'names nothing where the type of a gateway is unknown',
      misreports(
        inGateways.write,
        { target: 'type', code: 'INVALID_VALUE' },
        ({ target: _, ...others }) => others,
      ),
    ],
    [
      'answers 409 to an unknown type of a gateway',
      refusesWith(inGateways.write, { target: 'type', code: 'INVALID_VALUE' }, 409, 'INVALID_DATA'),
    ],
  ],
  'platform-error-detail-size-limit': [
    ['cuts the name of an endpoint', cuts(inEndpoints.write, 'name', 256)],
    [
      'calls a name of an endpoint that is too long a missing one',
      recodes(inEndpoints.create, 'SIZE_LIMIT_EXCEEDED', 'REQUIRED_VALUE'),
    ],
    ['cuts the name of a role', cuts(inRoles.write, 'name', 20)],
    [
      'says nothing of a name of an endpoint that is too long',
      misreports(inEndpoints.replace, { code: 'SIZE_LIMIT_EXCEEDED' }, () => undefined),
    ],
  ],
  'platform-error-detail-out-of-range': [
    [
      'tells another range of the lifetime of tokens than it has',
      eachInnerError(inResources.write, (inner) => {
        if (inner.rangeMinimumValue !== undefined) inner.rangeMinimumValue = 60;
      }),
    ],
    [
      'tells a longer lifetime of tokens than it takes',
      eachInnerError(inResources.create, (inner) => {
        if (inner.rangeMaximumValue !== undefined) inner.rangeMaximumValue = 86400000;
      }),
    ],
    [
      'calls a lifetime of tokens out of range a missing one',
      recodes(inResources.write, 'OUT_OF_RANGE', 'REQUIRED_VALUE'),
    ],
  ],
  'platform-error-detail-uniqueness': [
    [
      'calls a taken name of a population an invalid one',
      recodes(inPopulations.create, 'UNIQUENESS_VIOLATION', 'INVALID_VALUE'),
    ],
    [
      'names another population as the holder of a name',
      eachInnerError(inPopulations.write, (inner) => {
        if (inner.existingId !== undefined) inner.existingId = nobody;
      }),
    ],
    [
      'names the id where the name of a population is taken',
      misreports(inPopulations.create, { code: 'UNIQUENESS_VIOLATION' }, (one) => ({ ...one, target: 'id' })),
    ],
  ],
  'platform-error-inner-error-types': [
    [
      'tells the allowed types of a gateway as one text',
      eachInnerError(inGateways.create, (inner) => {
        if (Array.isArray(inner.allowedValues)) inner.allowedValues = inner.allowedValues.join(',');
      }),
    ],
    [
      'tells the holder of a name of a population as a list',
      eachInnerError(inPopulations.create, (inner) => {
        if (inner.existingId !== undefined) inner.existingId = [inner.existingId];
      }),
    ],
    [
      'tells the attributes of a filter of populations as one text',
      eachInnerError(inPopulations.list, (inner) => {
        if (Array.isArray(inner.supportedAttributes))
          inner.supportedAttributes = inner.supportedAttributes.join(' ');
      }),
    ],
  ],
  'platform-error-inner-error-allowed-values': [
    [
      'tells the refused type of a gateway as an allowed one',
      eachInnerError(inGateways.write, (inner, { body }) => {
        const { type } = (body ?? {}) as Json;
        if (Array.isArray(inner.allowedValues)) inner.allowedValues = [...inner.allowedValues, type];
      }),
    ],
    [
      'tells allowed methods of an operation in small letters',
      eachInnerError(inOperations.write, (inner) => {
        if (Array.isArray(inner.allowedValues))
          inner.allowedValues = inner.allowedValues.map((one) => String(one).toLowerCase());
      }),
    ],
    [
      'answers 200 to a gateway of an unknown type, and stores nothing',
      succeedsWhen(
        inGateways.write,
        ({ body }, { status }) => status === 400 && typeof (body as Json | undefined)?.type === 'string',
        200,
        ({ body }) => body,
      ),
    ],
  ],
  'platform-validation-400': [
    ['takes a group without a name', accepts(groups, 'name', 'REQUIRED_VALUE')],
    [
      'takes a replacement of a population without a name',
      accepts(populations, 'name', 'REQUIRED_VALUE', { on: 'replace' }),
    ],
    [
      'answers 422 to a group that breaks a rule',
      refusesWith(inGroups.write, undefined, 422, 'INVALID_DATA'),
    ],
  ],
});

function recodes(where: string | readonly string[], from: string, to: string) {
  return misreports(where, { code: from }, (detail) => ({ ...detail, code: to }));
}

function set(name: string, value: unknown): (json: Json) => void {
  return (json) => {
    json[name] = value;
  };
}
