/**
 * The values that stand at a path of the contract's notation (`accessControl.group.groups[].id`).
 * @returns one value for each element on the way; none where a member is missing
 */
export function valuesAt(json: unknown, path: string): readonly unknown[] {
  let values: readonly unknown[] = [json];
  for (const step of path.replaceAll('[]', '.[]').split('.')) {
    values = values.flatMap((value) => (step === '[]' ? elementsOf(value) : memberOf(value, step)));
  }
  return values;
}

function elementsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function memberOf(value: unknown, name: string): readonly unknown[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || !Object.hasOwn(value, name))
    return [];
  return [(value as Record<string, unknown>)[name]];
}
