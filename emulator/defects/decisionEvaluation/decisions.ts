import type { Policy, Rule } from '../../policy/document.ts';
import { defectsOf, type Fault } from '../defect.ts';
import { body } from '../faults/answers.ts';
import { combines, decides, decidesAs, decidesBy, tells } from '../faults/decisions.ts';
import { evaluation } from '../faults/history.ts';
import { setHeader } from '../reply.ts';

const permits = decidesTo('PERMIT');
const denies = decidesTo('DENY');

/** What a server can do wrong with what it decides, and with how it tells what became of that. */
export const decisions = defectsOf({
  'decision-evaluation-http-status-independent': [
    ['answers 403 where it denies', answersWith(403, 'DENY')],
    ['answers 404 where no policy applies', answersWith(404, 'NOT_APPLICABLE')],
    ['answers 500 where there was trouble', answersWith(500, 'INDETERMINATE')],
    ['answers 202 where there was trouble', answersWith(202, 'INDETERMINATE')],
  ],
  'decision-evaluation-decision-permit': [
    ['denies what is permitted', denies('PERMIT')],
    ['denies by rules that permit', decidesBy(same, (rule) => ({ ...rule, effect: 'DENY' }))],
    ['permits once', changes((one, number) => (one === 'PERMIT' && number > 1 ? 'DENY' : one))],
    [
      'goes by the first rule where one that permits overrides',
      combines('permit-overrides', 'first-applicable'),
    ],
    ['evaluates no more than three rules of a policy', decidesBy(shortened(3))],
  ],
  'decision-evaluation-decision-deny': [
    ['permits what is denied', permits('DENY')],
    ['permits by rules that deny', decidesBy(same, (rule) => ({ ...rule, effect: 'PERMIT' }))],
    ['denies once', changes((one, number) => (one === 'DENY' && number > 1 ? 'PERMIT' : one))],
    [
      'goes by the first rule where one that denies overrides',
      combines('deny-overrides', 'first-applicable'),
    ],
    ['finds nothing applicable where it denies', decidesTo('NOT_APPLICABLE')('DENY')],
    [
      'leaves the last rule of a policy out',
      decidesBy((policy) => ({ ...policy, children: policy.children.slice(0, -1) })),
    ],
  ],
  'decision-evaluation-decision-not-applicable': [
    ['denies where no policy applies', denies('NOT_APPLICABLE')],
    ['permits where no policy applies', permits('NOT_APPLICABLE')],
    ['finds trouble where no policy applies', decidesTo('INDETERMINATE')('NOT_APPLICABLE')],
    ['applies policies whose condition does not hold', decidesBy(unconditional)],
  ],
  'decision-evaluation-decision-indeterminate': [
    ['permits where there was trouble', permits('INDETERMINATE')],
    ['denies where there was trouble', denies('INDETERMINATE')],
    ['finds nothing applicable where there was trouble', decidesTo('NOT_APPLICABLE')('INDETERMINATE')],
    [
      'passes over rules that cannot be evaluated',
      decidesBy(same, neverDenies('Payment exceeds the balance')),
    ],
  ],
  'decision-evaluation-status-okay': [
    [
      'reports an error beside what it permits',
      tells((status, one) => (one === 'PERMIT' ? { code: 'PROCESSING_ERROR' } : status)),
    ],
    ['reports a status without a code', tells(({ code: _, ...status }) => status)],
    ['reports a missing attribute beside every decision', tells(() => ({ code: 'MISSING_ATTRIBUTE' }))],
  ],
  'decision-evaluation-status-missing-attribute': [
    ['reports every evaluation as okay', tells(() => ({ code: 'OKAY' }))],
    ['denies where an attribute is missing', decidesAt('MISSING_ATTRIBUTE', 'DENY')],
    ['calls a missing attribute an error', retells('MISSING_ATTRIBUTE', 'PROCESSING_ERROR')],
  ],
  'decision-evaluation-status-type-conversion': [
    ['reports values that cannot be converted as okay', retells('TYPE_CONVERSION_ERROR', 'OKAY')],
    ['calls a value that cannot be converted missing', retells('TYPE_CONVERSION_ERROR', 'MISSING_ATTRIBUTE')],
    ['permits where a value cannot be converted', decidesAt('TYPE_CONVERSION_ERROR', 'PERMIT')],
  ],
  'decision-evaluation-throttled': [
    ['answers 503 under load', everyThird({ status: 503 })],
    ['answers without a decision under load', everyThird({ body: {} })],
    ['throttles with a code of its own', everyThird({ status: 429, body: { code: 'TOO_MANY_REQUESTS' } })],
    ['throttles with 403', everyThird({ status: 403, body: { code: 'REQUEST_LIMITED' } })],
  ],
});

function same<T>(one: T): T {
  return one;
}

function decidesTo(decision: string): (from: string) => Fault {
  return (from) => decidesAs((one) => (one === from ? decision : one));
}

/** Decides by how often the same was decided before. */
function changes(as: (decision: string, number: number) => string): Fault {
  return (parts) => {
    const numbers = new Map<string, number>();
    decidesAs((decision) => {
      numbers.set(decision, (numbers.get(decision) ?? 0) + 1);
      return as(decision, numbers.get(decision) ?? 0);
    })(parts);
  };
}

function shortened(most: number): (policy: Policy) => Policy {
  return (policy) => ({ ...policy, children: policy.children.slice(0, most) });
}

function unconditional(policy: Policy): Policy {
  const { condition: _, ...others } = policy;
  return others;
}

function neverDenies(name: string): (rule: Rule) => Rule {
  return (rule) => (rule.name === name ? { ...rule, condition: { or: [] } } : rule);
}

function answersWith(status: number, decision: string): Fault {
  return body(evaluation, (json, _asked, reply) => {
    if (json.decision === decision) reply.status = status;
  });
}

function decidesAt(code: string, decision: string): Fault {
  return decides((one) => {
    if ((one.status as { code?: unknown }).code === code) one.decision = decision;
  });
}

function retells(code: string, as: string): Fault {
  return tells((status) => (status.code === code ? { ...status, code: as } : status));
}

function everyThird(change: { readonly status?: number; readonly body?: object }): Fault {
  return (parts) => {
    let number = 0;
    parts.reply(evaluation, (reply) => {
      number += 1;
      if (number % 3 !== 0) return;
      Object.assign(reply, change);
      setHeader(reply, 'Retry-After', '0');
    });
  };
}
