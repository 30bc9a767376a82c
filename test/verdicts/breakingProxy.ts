import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Pool } from 'undici';

/** A JSON object on the wire. */
export type Json = Record<string, unknown>;

/** A request or answer on its way through; a fault changes it in place. */
export type Passing = {
  readonly method: string;
  path: string;
  body: Json | undefined;
  status: number;
  answer: Json | undefined;
};

/** One fault of a server, told as what happens to requests and answers. */
export type BrokenServer = {
  readonly request?: (passing: Passing) => void;
  readonly response?: (passing: Passing) => void;
  /** Answers in place of the server. */
  readonly instead?: (passing: Passing) => boolean;
};

/**
 * Stands before a conformant server and breaks it in one way. The server sees the proxy's host, so that its links
 * lead through the proxy.
 * @param origin the conformant server
 */
export async function startBreakingProxy(
  origin: string,
  broken: BrokenServer,
): Promise<{ origin: string; close: () => Promise<void> }> {
  const upstream = new Pool(origin, { connections: 16 });
  const server = createServer(async (incoming, outgoing) => {
    const bytes = await bytesOf(incoming);
    const passing: Passing = {
      method: incoming.method ?? 'GET',
      path: incoming.url ?? '/',
      body: objectOf(bytes.toString()),
      status: 204,
      answer: undefined,
    };
    const sent = JSON.stringify(passing.body);
    broken.request?.(passing);
    const changed = JSON.stringify(passing.body);
    if (broken.instead?.(passing) === true) {
      outgoing.writeHead(passing.status, { 'correlation-id': 'proxy' }).end();
      return;
    }
    const {
      'content-length': _length,
      connection: _connection,
      'transfer-encoding': _encoding,
      ...headers
    } = incoming.headers;
    const reply = await upstream.request({
      method: passing.method as 'GET',
      path: passing.path,
      headers: headers as Record<string, string>,
      body: sent === changed ? (bytes.length === 0 ? null : bytes) : (changed ?? null),
    });
    const text = await reply.body.text();
    passing.status = reply.statusCode;
    passing.answer = objectOf(text);
    broken.response?.(passing);
    const {
      'content-length': _size,
      connection: _kept,
      'keep-alive': _alive,
      'transfer-encoding': _chunked,
      ...rest
    } = reply.headers;
    outgoing
      .writeHead(passing.status, rest)
      .end(passing.answer === undefined ? text : JSON.stringify(passing.answer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = async () => {
    server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
    await upstream.close();
  };
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close };
}

async function bytesOf(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function objectOf(text: string): Json | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : undefined;
  } catch {
    return undefined;
  }
}
