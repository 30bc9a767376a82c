import { parse } from '@babel/parser';

/** What a check demands by calling; each call is one assertion. */
const DEMANDS = /^(assert|proveOpen$|holdsForAll$)/;

/**
 * The assertions that a check makes as statements of their own, in their order.
 * @param {string} file its path below the project, which with the line names a site
 * @param {string} source its text
 * @returns {{ id: string, text: string, given: string, start: number, end: number }[]}
 */
export function sitesOf(file, source) {
  const sites = [];
  const lines = new Map();
  visit(
    parse(source, { sourceType: 'module', plugins: ['typescript'] }).program,
    undefined,
    (node, parent) => {
      if (node.type !== 'CallExpression' || !DEMANDS.test(nameOf(node.callee)) || isUsed(parent)) return;
      const { line } = node.loc.start;
      const before = lines.get(line) ?? 0;
      lines.set(line, before + 1);
      const id = `${file}:${line}${before === 0 ? '' : `#${before + 1}`}`;
      const { start, end } = node;
      sites.push({ id, text: source.slice(start, end), given: givenTo(node, source), start, end });
    },
  );
  return sites;
}

/** The source with each assertion made only where `assertionStands(id)` says so; what it is about is done anyway. */
export function switchable(file, source) {
  const edits = sitesOf(file, source).flatMap(({ id, given, start, end }) => [
    { at: start, text: `(assertionStands(${JSON.stringify(id)}) ? ` },
    { at: end, text: ` : void [${given}])` },
  ]);
  // From the end, so that places keep their meaning; what opens at a place comes after what closes there.
  edits.sort((one, other) => other.at - one.at);
  return edits.reduce((text, edit) => text.slice(0, edit.at) + edit.text + text.slice(edit.at), source);
}

/** The arguments of a call. */
function givenTo({ arguments: list }, source) {
  return list.map(({ start, end }) => source.slice(start, end)).join(', ');
}

/** What an assertion gives back is used: without it the case would break, not hold. */
function isUsed(parent) {
  return ['VariableDeclarator', 'MemberExpression', 'CallExpression'].includes(parent?.type);
}

function nameOf(callee) {
  return callee.type === 'MemberExpression' ? (callee.property.name ?? '') : (callee.name ?? '');
}

/** Visits every node, with the first one around it that is no await. */
function visit(node, parent, found) {
  found(node, parent);
  const around = node.type === 'AwaitExpression' ? parent : node;
  for (const value of Object.values(node))
    for (const inner of Array.isArray(value) ? value : [value])
      if (typeof inner?.type === 'string' && typeof inner.start === 'number') visit(inner, around, found);
}
