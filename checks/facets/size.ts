import { lengthened } from '../../fixtures/mutations/maxLength.ts';
import { outOfRange } from '../../fixtures/mutations/minimum.ts';
import { withValue } from '../../fixtures/mutations/path.ts';
import { repeated } from '../../fixtures/mutations/uniqueItems.ts';
import type { Body } from '../../fixtures/resource.ts';
import type { Material } from '../bodies.ts';
import { faultOf, type PropertyFault, rowsOn, type Subject, valueIn } from './subject.ts';

/** Texts and lists beyond their documented size, elements that occur twice, numbers out of range. */
export function sizeFaults(subject: Subject): readonly PropertyFault[] {
  return [...lengthFaults(subject), ...countFaults(subject), ...rangeFaults(subject)];
}

function lengthFaults(subject: Subject): readonly PropertyFault[] {
  const { property, path } = subject;
  const { maxLength } = property.schema;
  if (maxLength === undefined || rowsOn(subject, 'maxLength').length === 0) return [];
  const sized = (clean: Body, length: number) =>
    withValue(clean, path, lengthened(String(valueIn(subject, clean)), length));
  return [
    faultOf(subject, 'maxLength', {
      what: `with one character more than ${maxLength} in ${path}`,
      limit: { body: (clean) => sized(clean, maxLength), property: path },
      bodies: (clean) => [sized(clean, maxLength + 1)],
    }),
  ];
}

function countFaults(subject: Subject): readonly PropertyFault[] {
  const { property, path, resource } = subject;
  const { maxItems } = property.schema;
  const faults: PropertyFault[] = [];
  const makeList = resource.lists?.[path];
  if (makeList !== undefined && maxItems !== undefined && rowsOn(subject, 'maxItems').length > 0) {
    const filled = async (clean: Body, { scope, given }: Material, count: number) =>
      withValue(clean, path, await makeList(scope, given, count));
    faults.push(
      faultOf(subject, 'maxItems', {
        what: `with one element more than ${maxItems} in ${path}`,
        limit: { body: (clean, material) => filled(clean, material, maxItems), property: path },
        bodies: async (clean, material) => [await filled(clean, material, maxItems + 1)],
      }),
    );
  }
  if (rowsOn(subject, 'uniqueItems').length > 0) {
    faults.push(
      faultOf(subject, 'uniqueItems', {
        what: `with an element twice in ${path}`,
        bodies: (clean) => [withValue(clean, path, repeated(valueIn(subject, clean) as readonly unknown[]))],
      }),
    );
  }
  return faults;
}

function rangeFaults(subject: Subject): readonly PropertyFault[] {
  const { property, path } = subject;
  const { schema } = property;
  const bounds = (['minimum', 'maximum'] as const).flatMap((facet) => {
    const limit = schema[facet];
    if (limit === undefined || rowsOn(subject, facet).length === 0) return [];
    return faultOf(subject, facet, {
      what: `with ${path} beyond its ${facet} of ${limit}`,
      limit: { body: (clean) => withValue(clean, path, limit), property: path },
      bodies: (clean) => outOfRange(schema, facet).map((number) => withValue(clean, path, number)),
    });
  });
  if (rowsOn(subject, 'integer').length === 0) return bounds;
  const half = faultOf(subject, 'integer', {
    what: `with a fraction for ${path}`,
    bodies: (clean) => [withValue(clean, path, Number(valueIn(subject, clean)) + 0.5)],
  });
  return [...bounds, half];
}
