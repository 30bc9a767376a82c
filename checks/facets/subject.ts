import { valueAt } from '../../fixtures/mutations/path.ts';
import type { Body, Resource, Shape } from '../../fixtures/resource.ts';
import { type Facet, type ModelProperty, properties } from '../../schemas/contract.ts';
import { type Fault, fullOf } from '../bodies.ts';

/** A property of a resource's model, with the shape of body that fills it. */
export type Subject = {
  readonly resource: Resource;
  readonly property: ModelProperty;
  readonly path: string;
  readonly shape: Shape;
};

/** A fault of one property, of the kind that one facet rules out. */
export type PropertyFault = Fault & {
  readonly facet: Facet;
  readonly property: ModelProperty;
  readonly shape: Shape;
};

/** Every property of a resource's model. */
export function subjects(resource: Resource): readonly Subject[] {
  return properties(resource.model).map((property) => {
    const { path } = property;
    const form = resource.forms?.find(({ under }) => path === under || path.startsWith(`${under}.`));
    return { resource, property, path, shape: form ?? resource };
  });
}

/** The rows of the register that are a facet of a property. */
export function rowsOn({ property }: Subject, facet: Facet): readonly string[] {
  return property.requirements[facet] ?? [];
}

/**
 * The value of the property in a body that was made by its shape.
 * @throws Error when the shape leaves it out, a fault of the descriptor
 */
export function valueIn({ resource, path }: Subject, body: Body): unknown {
  const value = valueAt(body, path);
  if (value !== undefined) return value;
  throw new Error(
    `a body of ${resource.name} has no ${path}: fill it in \`full\` and \`changed\`, or in a form`,
  );
}

/** A fault of a facet; the rows that are the facet go with it. */
export function faultOf(
  subject: Subject,
  facet: Facet,
  rest: Pick<Fault, 'what' | 'limit' | 'bodies'> & { readonly statuses?: readonly number[] },
): PropertyFault {
  const { statuses, ...fault } = rest;
  return {
    ...fault,
    facet,
    property: subject.property,
    shape: subject.shape,
    rows: rowsOn(subject, facet),
    clean: fullOf(subject.shape),
    refusal: { target: subject.path, ...(statuses === undefined ? {} : { statuses }) },
  };
}
