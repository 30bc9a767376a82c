import { type ApiError, type Detail, invalidData } from '../http/errors.ts';
import { compareLiterals } from './compare.ts';
import { type Expression, FilterFault } from './expression.ts';
import { parseFilter } from './parse.ts';
import { type FilterOwner, type FilterPolicy, supportedAttributes, supportedOperators } from './policy.ts';

/** Whether an entry satisfies a filter. */
export type Test<E> = (entry: E) => boolean;

/**
 * Turns the text of a filter into a test.
 * @throws ApiError 400 with INVALID_FILTER for a malformed expression, or one the collection does not support
 */
export function compileFilter<E>(text: string, policy: FilterPolicy<E>, owner: FilterOwner): Test<E> {
  return compile(parse(text), policy, owner);
}

/** The policy of collections that cannot be filtered. */
export const unfilterable: FilterPolicy<unknown> = { attributes: {}, combinators: [] };

function parse(text: string): Expression {
  try {
    return parseFilter(text);
  } catch (fault) {
    if (fault instanceof FilterFault) throw refusal(fault.message);
    throw fault;
  }
}

function compile<E>(expression: Expression, policy: FilterPolicy<E>, owner: FilterOwner): Test<E> {
  switch (expression.kind) {
    case 'comparison':
      return compileComparison(expression, policy, owner);
    case 'path':
      return compilePath(expression, policy, owner);
    case 'not': {
      requireCombinator('not', policy);
      const inner = compile(expression.inner, policy, owner);
      return (entry) => !inner(entry);
    }
    default: {
      requireCombinator(expression.kind, policy);
      const left = compile(expression.left, policy, owner);
      const right = compile(expression.right, policy, owner);
      return expression.kind === 'and'
        ? (entry) => left(entry) && right(entry)
        : (entry) => left(entry) || right(entry);
    }
  }
}

function compileComparison<E>(
  expression: Expression & { kind: 'comparison' },
  policy: FilterPolicy<E>,
  owner: FilterOwner,
): Test<E> {
  const { attribute: name, operator, values } = expression;
  const attribute = Object.hasOwn(policy.attributes, name) ? policy.attributes[name] : undefined;
  if (attribute === undefined) throw unsupportedAttribute(name, policy);
  if (!attribute.operators.includes(operator))
    throw refusal(`The operator ${operator} is not supported for ${name}.`, {
      supportedOperators: attribute.operators,
    });
  const compare = compareLiterals(attribute.compare, operator, values);
  if (compare === undefined) throw refusal(`The value is not of the type of ${name}.`);
  return (entry) => compare(attribute.read(entry, owner));
}

function compilePath<E>(
  expression: Expression & { kind: 'path' },
  policy: FilterPolicy<E>,
  owner: FilterOwner,
): Test<E> {
  const path = policy.paths?.[expression.attribute];
  if (path === undefined) throw unsupportedAttribute(expression.attribute, policy);
  const inner = compile<Readonly<Record<string, string | number | boolean | null>>>(
    expression.inner,
    {
      attributes: Object.fromEntries(
        path.attributes.map((name) => [
          name,
          { operators: ['eq'], compare: 'exact', read: (value) => value[name] },
        ]),
      ),
      combinators: ['and'],
    },
    owner,
  );
  return (entry) => {
    for (const value of path.values(entry, owner)) if (inner(value)) return true;
    return false;
  };
}

function requireCombinator<E>(combinator: 'and' | 'or' | 'not', policy: FilterPolicy<E>): void {
  if (policy.combinators.includes(combinator)) return;
  throw refusal(`The operator ${combinator} is not supported.`, {
    supportedOperators: supportedOperators(policy),
  });
}

function unsupportedAttribute<E>(name: string, policy: FilterPolicy<E>): ApiError {
  return refusal(`The attribute ${name} is not supported.`, {
    supportedAttributes: supportedAttributes(policy),
  });
}

function refusal(message: string, innerError?: NonNullable<Detail['innerError']>): ApiError {
  const detail: Detail = { code: 'INVALID_FILTER', target: 'filter', message };
  return invalidData([innerError === undefined ? detail : { ...detail, innerError }]);
}
