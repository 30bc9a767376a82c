import { connect } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Emulator, startEmulator } from '../../emulator/server.ts';
import { faultOf } from './judgeAnswer.ts';

let emulator: Emulator;
beforeAll(async () => {
  emulator = await startEmulator();
});
afterAll(() => emulator.close());

/** What a client library would not let through. */
const requestLine = fc.oneof(
  fc.constantFrom(
    'GET * HTTP/1.1',
    'OPTIONS * HTTP/1.1',
    'BREW /v1/roles HTTP/1.1',
    'GET /v1/roles HTTP/9.9',
    'GET /v1/roles',
    'GET  /v1/roles HTTP/1.1',
    'GET /v1/r\u0000les HTTP/1.1',
    'GET http://elsewhere.example.com/v1/roles HTTP/1.1',
    'CONNECT elsewhere.example.com:443 HTTP/1.1',
    `GET /v1/${'a'.repeat(20_000)} HTTP/1.1`,
    '',
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
);
const headerLine = fc.oneof(
  fc.constantFrom(
    'Host: x',
    'Host: a b',
    'Host: {{host}}',
    'Content-Length: -1',
    'Content-Length: 5\r\nContent-Length: 6',
    'Content-Length: 99999999999',
    'Transfer-Encoding: chunked',
    'Transfer-Encoding: gzip',
    'Expect: 100-continue',
    'Expect: something',
    'Upgrade: websocket\r\nConnection: upgrade',
    'no colon',
    ' : ',
    'Authorization: \u0001',
    `X: ${'a'.repeat(20_000)}`,
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
);
const message = fc.record({
  requestLine,
  headers: fc.array(headerLine, { maxLength: 4 }),
  body: fc.oneof(
    fc.constantFrom('', '5\r\nhello\r\n0\r\n\r\n', 'zz\r\n', '{}'),
    fc.string({ maxLength: 40 }),
  ),
});

test('what is hardly HTTP is answered with documented errors, or not at all', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(message, { minLength: 20, maxLength: 20 }), async (messages) => {
      const texts = messages.map(({ requestLine: line, headers, body }) =>
        [line, ...headers, 'Connection: close', '', body].join('\r\n'),
      );
      const faults = (await Promise.all(texts.map(exchange))).flatMap((received) => faultsOf(received));
      expect(faults).toEqual([]);
    }),
    { seed: 20260104, numRuns: 25 },
  );
  const alive = await fetch(`${emulator.apiUrl}/roles`);
  expect(alive.status).toBe(401);
});

/** Sends bytes, says that no more will come, and reads what comes back until the server ends the connection. */
function exchange(text: string): Promise<string> {
  return new Promise((resolve) => {
    const { hostname, port } = new URL(emulator.apiUrl);
    const socket = connect(Number(port), hostname);
    let received = '';
    socket.setEncoding('utf8');
    socket.on('data', (part: string) => {
      received += part;
    });
    // a server may cut off what it does not want to read
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(received));
    socket.end(text);
  });
}

/** What is wrong with the answers on one connection; a connection without answer is right. */
function faultsOf(received: string): readonly string[] {
  const answers = received.split(/(?=HTTP\/1\.1 [0-9]{3})/).filter((answer) => answer !== '');
  return answers.flatMap((answer) => {
    const [head = '', ...rest] = answer.split('\r\n\r\n');
    const status = Number(/^HTTP\/1\.1 ([0-9]{3})/.exec(head)?.[1]);
    if (status === 100) return [];
    const text = rest.join('\r\n\r\n');
    // node itself refuses some requests, such as those without Host, and says nothing more
    if ([400, 417].includes(status) && (text === '' || text === '0\r\n\r\n')) return [];
    const contentType = /^content-type: (.*)$/im.exec(head)?.[1] ?? '';
    const fault = faultOf('ANY', { status, contentType, text }, 'api');
    return fault === undefined ? [] : [fault];
  });
}
