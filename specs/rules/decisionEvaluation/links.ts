import { assert } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { at, describeExchange, type Exchange, isObject } from '../../../fixtures/exchange.ts';
import type { Scope } from '../../../fixtures/scope.ts';
import { evaluated, variedAnswers } from '../../../resources/decisionEvaluation.ts';

/** The links that the model lists; no published answer shows one (Policy decision evaluation related resource links). */
export const links: readonly Case[] = [
  {
    title: 'the profile of a decision is a URL',
    requirements: ['decision-evaluation-link-profile'],
    run: ({ scope }) =>
      everyAnswer(scope, 'profile', 'absent, or an absolute URL', ({ json }) =>
        [at(json, 'profile'), at(json, '_links.profile')].every(
          (link) => absent(link) || isUrl(link) || (isObject(link) && isUrl(link.href)),
        ),
      ),
  },
  {
    title: 'the link to the version of the policies leads to the one that decided',
    requirements: ['decision-evaluation-link-authorization-version'],
    run: ({ scope }) =>
      everyAnswer(
        scope,
        'authorizationVersion',
        'absent, or an absolute href to that version',
        ({ json }) => {
          const link = at(json, '_links.authorizationVersion');
          const version = at(json, 'authorizationVersion');
          const hrefs = [at(link, 'href'), at(version, 'href')].filter((href) => !absent(href));
          const id = at(version, 'id');
          return (
            (absent(link) || isLink(link)) &&
            (!isObject(version) || areUrls([version.href, version.profile])) &&
            hrefs.every((href) => absent(id) || String(href).endsWith(`/${String(id)}`))
          );
        },
      ),
  },
  {
    title: 'the link to the policy is a link',
    requirements: ['decision-evaluation-link-policy'],
    run: ({ scope }) =>
      everyAnswer(scope, 'policy', 'absent, or an object with an absolute href', ({ json }) => {
        const link = at(json, '_links.policy');
        const policy = at(json, 'policy');
        return (
          (absent(link) || isLink(link)) && (!isObject(policy) || areUrls([policy.href, policy.profile]))
        );
      }),
  },
  {
    title: 'the link to the statements is a link, or a list of links',
    requirements: ['decision-evaluation-link-statements'],
    run: ({ scope }) =>
      everyAnswer(scope, 'statements', 'absent, or objects with an absolute href', ({ json }) => {
        const link = at(json, '_links.statements');
        return absent(link) || (Array.isArray(link) ? link.every(isLink) : isLink(link));
      }),
  },
];

async function everyAnswer(
  scope: Scope,
  link: string,
  expected: string,
  holds: (answer: Exchange) => boolean,
): Promise<void> {
  for (const answer of await variedAnswers(scope, await evaluated(scope))) {
    const detail = { expected: `a link ${link} ${expected}`, received: answer.text, exchange: answer };
    assert(holds(answer), `${describeExchange(answer)} with a broken link ${link}`, detail, everyAnswer);
  }
}

function isLink(link: unknown): boolean {
  return isObject(link) && isUrl(link.href) && (absent(link.profile) || isUrl(link.profile));
}

function areUrls(values: readonly unknown[]): boolean {
  return values.every((value) => absent(value) || isUrl(value));
}

function isUrl(value: unknown): boolean {
  return typeof value === 'string' && /^[a-z][a-z0-9+.-]*:\/\/[^/]/i.test(value);
}

function absent(value: unknown): boolean {
  return value === undefined || value === null;
}
