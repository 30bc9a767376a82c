import { without, withValue } from '../../fixtures/mutations/path.ts';
import { typesOf } from '../../fixtures/mutations/type.ts';
import { faultOf, type PropertyFault, rowsOn, type Subject, valueIn } from './subject.ts';

/** A property that has to be there and is left out, is an empty text, or is a list without elements. */
export function presenceFaults(subject: Subject): readonly PropertyFault[] {
  const { property, path } = subject;
  const faults: PropertyFault[] = [];
  const required = rowsOn(subject, 'required').length > 0;
  if (required) {
    const bodies: PropertyFault['bodies'] = (clean) => {
      valueIn(subject, clean);
      return [without(clean, path)];
    };
    faults.push(faultOf(subject, 'required', { what: `without ${path}`, bodies }));
  }
  if (rowsOn(subject, 'empty').length > 0 || (required && isPlainText(subject))) {
    const bodies: PropertyFault['bodies'] = (clean) => [withValue(clean, path, '')];
    faults.push(faultOf(subject, 'empty', { what: `with an empty ${path}`, bodies }));
  }
  if (rowsOn(subject, 'minItems').length > 0) {
    const bodies: PropertyFault['bodies'] = (clean) => [withValue(clean, path, [])];
    faults.push(faultOf(subject, 'minItems', { what: `with an empty list of ${property.path}`, bodies }));
  }
  return faults;
}

/** A text of which nothing but content is demanded, and of which the documents do not leave emptiness open. */
function isPlainText({ resource, property, path }: Subject): boolean {
  const { enum: options, format } = property.schema;
  const isText = typesOf(property.schema).includes('string');
  return isText && options === undefined && format === undefined && resource.mayBeEmpty?.[path] === undefined;
}
