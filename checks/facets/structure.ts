import { withValue } from '../../fixtures/mutations/path.ts';
import { typesOf, wrongElement, wrongStructures } from '../../fixtures/mutations/type.ts';
import { faultOf, type PropertyFault, rowsOn, type Subject, valueIn } from './subject.ts';

/** A value of another JSON type than the model gives, and an element of another type in a list. */
export function structureFaults(subject: Subject): readonly PropertyFault[] {
  const { property, path } = subject;
  if (property.readOnly || typesOf(property.schema).length === 0) return [];
  const { items } = property.schema;
  const type = faultOf(subject, 'type', {
    what: `with another type of ${path}`,
    bodies: (clean) =>
      wrongStructures(property.schema, valueIn(subject, clean)).map((wrong) => withValue(clean, path, wrong)),
  });
  if (items === undefined || rowsOn(subject, 'elementType').length === 0) return [type];
  const element = faultOf(subject, 'elementType', {
    what: `with another type of element in ${path}`,
    bodies: (clean) => {
      const list = valueIn(subject, clean) as readonly unknown[];
      return [withValue(clean, path, [wrongElement(items, list[0])])];
    },
  });
  return [type, element];
}
