import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * The yardstick, run as a process of its own: node:http that parses a JSON body when there is one and answers
 * `PINGONE_BENCH_BYTES` bytes of JSON. It tells its address to the parent.
 */
const size = Number(process.env.PINGONE_BENCH_BYTES);
const answer = JSON.stringify({ text: 'x'.repeat(Math.max(0, size - '{"text":""}'.length)) });

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    if (chunks.length > 0) JSON.parse(Buffer.concat(chunks).toString());
    response.writeHead(request.method === 'POST' ? 201 : 200, { 'content-type': 'application/json' });
    response.end(answer);
  });
});

server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  process.send?.({ origin: `http://127.0.0.1:${port}` });
});
process.once('disconnect', () => process.exit());
