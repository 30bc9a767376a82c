import type { Exchange } from '../fixtures/exchange.ts';
import { answersOf, assertEach, errorAnswers, everyAnswer, representations } from './answers.ts';
import { type Check, caseFor } from './check.ts';

const HAL_OR_JSON = /^application\/(hal\+)?json\s*(;\s*charset=[^;]+)?$/i;
const JSON_EXACTLY = /^application\/json\s*(;\s*charset=[^;]+)?$/i;
const ANY_JSON = /^(application|text)\/([^;]+\+)?json\s*(;.*)?$/i;

/** In which media types answers come (Conventions, Content types; client facts 1 for Accept). */
export const responses: Check = function* (resource) {
  yield* caseFor(
    resource,
    'platform-response-media-type',
    'representations are labelled HAL JSON or JSON',
    async ({ scope }) => {
      const bodies = representations(await answersOf(scope, resource));
      assertEach(bodies, 'application/hal+json or application/json', isOf(HAL_OR_JSON), contentType);
    },
  );
  yield* caseFor(
    resource,
    'platform-response-accept-json',
    'a client that accepts JSON alone gets JSON',
    async ({ scope }) => {
      const answers = await answersOf(scope, resource, { accept: 'application/json' });
      const bodies = everyAnswer(answers).filter(({ text }) => text !== '');
      assertEach(bodies, 'application/json', isOf(JSON_EXACTLY), contentType);
      const succeeded = ({ status }: Exchange) => status < 300;
      assertEach(representations(answers), 'success', succeeded, ({ status }) => `status ${status}`);
    },
  );
  yield* caseFor(
    resource,
    'platform-response-error-media-type',
    'error bodies are labelled JSON and are JSON',
    async ({ scope }) => {
      const bodies = errorAnswers(await answersOf(scope, resource)).filter(({ text }) => text !== '');
      assertEach(bodies, 'a JSON media type', isOf(ANY_JSON), contentType);
      const parsed = ({ json }: Exchange) => json !== undefined;
      assertEach(bodies, 'a body that is JSON', parsed, ({ text }) => text);
    },
  );
};

function contentType({ headers }: Exchange): string | undefined {
  return headers['content-type'];
}

function isOf(pattern: RegExp): (exchange: Exchange) => boolean {
  return (exchange) => pattern.test(contentType(exchange) ?? '');
}
