import { defectsOf, type Fault } from '../defect.ts';
import { at, fails, tells } from '../faults/deployments.ts';
import { nobody } from './nobody.ts';

/** What a server can do wrong with the errors of deployments. */
export const errors = defectsOf({
  'api-server-deployment-error-only-when-failed': [
    ['has an empty error beside a success', withError(/SUCCESSFUL$/, {})],
    [
      'has an error before the first deployment',
      withError(/UNINITIALIZED$/, { id: nobody, code: 'NOT_FOUND', message: 'There is none.' }),
    ],
    [
      'has an error while it deploys',
      withError(/IN_PROGRESS$/, { id: nobody, code: 'UNEXPECTED_ERROR', message: 'It is not ready.' }),
    ],
    ['has an empty text for an error beside a success', withError(/SUCCESSFUL$/, '')],
    ['has false for an error beside a success', withError(/SUCCESSFUL$/, false)],
  ],
  'api-server-deployment-error-members': [
    ['tells a failure without its code', fails(({ code: _, ...others }) => others)],
    ['tells a failure without its id', fails(({ id: _, ...others }) => others)],
    ['tells a failure without a message', fails(({ message: _, ...others }) => others)],
    ['tells a failure with an empty message', fails((error) => ({ ...error, message: '' }))],
    ['tells a failure with a number for its code', fails((error) => ({ ...error, code: 500 }))],
    ['tells a failure by its code alone', fails(({ code }) => code as never)],
  ],
  'api-server-deployment-failed-has-error': [
    ['tells a failure without an error', fails(() => undefined)],
    ['tells a failure with null for its error', fails(() => null as never)],
  ],
  'api-server-deployment-error-code-values': [
    ['tells a failure with the status as its code', fails((error) => ({ ...error, code: '500' }))],
    [
      'tells a failure with its state as its code',
      fails((error) => ({ ...error, code: 'DEPLOYMENT_FAILED' })),
    ],
    ['tells a failure with the code of a detail', fails((error) => ({ ...error, code: 'INVALID_VALUE' }))],
    [
      'tells a failure with its code in small letters',
      fails((error) => ({ ...error, code: 'unexpected_error' })),
    ],
  ],
});

function withError(code: RegExp, error: unknown): Fault {
  return tells(at.both, code, (shown) => {
    shown.status = { ...(shown.status as object), error };
  });
}
