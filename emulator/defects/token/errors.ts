import { defectsOf } from '../defect.ts';
import { refusals } from '../faults/tokens.ts';

const managementError = {
  id: 'b2c7a3f0-0000-4000-8000-000000000001',
  code: 'INVALID_REQUEST',
  message: 'The request could not be completed.',
};

/** What a server can do wrong with the refusals of token requests. */
export const errors = defectsOf({
  'token-error-shape': [
    ['tells token errors in the form of the management API', refusals(/./, { body: managementError })],
    [
      'tells missing credentials in the form of the management API',
      refusals(/Missing/, { body: managementError }),
    ],
    ['tells unknown scopes in the form of the management API', refusals(/scope/, { body: managementError })],
    ['tells a code of its own for wrong credentials', refusals(/Invalid client/, { error: 'bad_secret' })],
    ['tells a code of its own for an unknown grant', refusals(/Unsupported/, { error: 'unknown_grant' })],
    ['tells codes of token errors in capitals', refusals(/Invalid client/, { error: 'INVALID_CLIENT' })],
    ['numbers token errors', refusals(/grant_type is required/, { error: 42 })],
    ['describes token errors by an object', refusals(/./, { description: (text) => ({ text }) })],
    ['describes an unknown scope by a list', refusals(/scope/, { description: (text) => [text] })],
  ],
  'token-error-correlation-id': [
    [
      'repeats one correlation id',
      refusals(/./, { description: (text) => text.replace(/ID: [^)]+/, 'ID: 1') }),
    ],
    ['tells no correlation id', refusals(/./, { description: (text) => text.replace(/ \(Corr.*/, '') })],
    [
      'tells no correlation id for unknown scopes',
      refusals(/scope/, { description: (text) => text.replace(/ \(Corr.*/, '') }),
    ],
    [
      'tells the correlation id first',
      refusals(/./, { description: (text) => text.replace(/^(.*) (\(Corr.*)$/, '$2 $1') }),
    ],
    [
      'tells an empty correlation id',
      refusals(/./, { description: (text) => text.replace(/ID: [^)]+/, 'ID: ') }),
    ],
    ['goes on after the correlation id', refusals(/./, { description: (text) => `${text}.` })],
  ],
  'token-error-status': [
    ['answers 200 to token requests that it refuses', refusals(/./, { status: 200 })],
    ['answers 500 to token requests that it refuses', refusals(/./, { status: 500 })],
    ['answers 403 to failed authentication', refusals(/Invalid client/, { status: 403 })],
    ['answers 403 to missing credentials', refusals(/Missing/, { status: 403 })],
    ['answers 401 to a missing grant', refusals(/grant_type is required/, { status: 401 })],
    ['answers 422 to an unknown grant', refusals(/Unsupported/, { status: 422 })],
    ['answers 401 to an unknown scope', refusals(/scope/, { status: 401 })],
  ],
});
