import { unknownOptions } from '../../fixtures/mutations/enum.ts';
import { withValue } from '../../fixtures/mutations/path.ts';
import type { Body } from '../../fixtures/resource.ts';
import type { Scope } from '../../fixtures/scope.ts';
import { properties } from '../../schemas/contract.ts';
import { faultOf, type PropertyFault, rowsOn, type Subject, valueIn } from './subject.ts';

/** An option that does not exist, a text for a UUID, the id of nothing. */
export function choiceFaults(subject: Subject): readonly PropertyFault[] {
  const { property, path } = subject;
  const faults: PropertyFault[] = [];
  if (rowsOn(subject, 'enum').length > 0) {
    const options = property.schema.enum ?? [];
    const bodies: PropertyFault['bodies'] = (clean) =>
      unknownOptions(options).map((option) => withValue(clean, path, option));
    faults.push(faultOf(subject, 'enum', { what: `with an unknown option for ${path}`, bodies }));
  }
  if (rowsOn(subject, 'format').length > 0 && property.schema.format === 'uuid') {
    const bodies: PropertyFault['bodies'] = (clean) => [withValue(clean, path, 'my-resource')];
    faults.push(faultOf(subject, 'format', { what: `with a text that is no UUID for ${path}`, bodies }));
  }
  if (rowsOn(subject, 'reference').length > 0) {
    faults.push(
      faultOf(subject, 'reference', {
        what: `with the id of nothing for ${path}`,
        statuses: [400, 404],
        bodies: (clean, { scope }) => [
          withValue(clean, path, scope.unknownId()),
          ...besideExisting(subject, clean, scope),
        ],
      }),
    );
  }
  return faults;
}

/** For references in a list of several: the id of nothing after one that exists. */
function besideExisting(subject: Subject, clean: Body, scope: Scope): readonly Body[] {
  const [list = '', member, ...rest] = subject.path.split('[].');
  const holder = properties(subject.resource.model).find(({ path }) => path === list);
  if (holder === undefined || member === undefined || rest.length > 0) return [];
  if ((holder.schema.maxItems ?? 2) < 2) return [];
  const elements = valueIn({ ...subject, path: list }, clean) as readonly Record<string, unknown>[];
  return [withValue(clean, list, [...elements, { ...elements[0], [member]: scope.unknownId() }])];
}
