import type { ServerResponse } from 'node:http';
import type { FastifyRequest } from 'fastify';

/** An answer on its way out, to be altered in place. */
export type Reply = {
  status: number;
  /** flat list of names and values */
  headers: string[];
  /** the body as JSON, where it is JSON; what is put here is what is sent, unless `text` is set */
  body: unknown;
  /** sent as it is, whatever the body says */
  text?: string;
  /** sent in chunks of so many bytes, without its length */
  chunkBytes?: number;
};

/** What was asked, as far as faults look at it. */
export type Asked = {
  readonly method: string;
  /** without the query */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** the body as JSON; undefined when it is none */
  readonly body: unknown;
  readonly parameters: Readonly<Record<string, string>>;
};

/** Reads a request as faults see it. */
export function askedOf(request: FastifyRequest): Asked {
  const url = request.raw.url ?? '/';
  const [path = '', ...query] = url.split('?');
  return {
    method: request.method,
    path,
    query: new URLSearchParams(query.join('?')),
    headers: request.raw.headers,
    get body() {
      return jsonOf(request.body instanceof Buffer ? request.body.toString('utf8') : undefined);
    },
    parameters: (request.params ?? {}) as Readonly<Record<string, string>>,
  };
}

/** Lets something write an answer and catches what it writes. */
export function caught(writing: (response: ServerResponse) => void): Reply {
  const reply: Reply = { status: 200, headers: [], body: undefined };
  const chunks: Buffer[] = [];
  const stand = {
    writeHead: (status: number, headers: readonly string[]) => {
      reply.status = status;
      reply.headers = [...headers];
    },
    end: (chunk?: string | Buffer) => {
      if (chunk !== undefined) chunks.push(Buffer.from(chunk));
    },
  };
  writing(stand as unknown as ServerResponse);
  const text = Buffer.concat(chunks).toString('latin1');
  const json = jsonOf(Buffer.concat(chunks).toString('utf8'));
  if (json === undefined) reply.text = text;
  else reply.body = json;
  return reply;
}

/** Writes an answer that was altered; its length follows from what is sent. */
export function written(response: ServerResponse, reply: Reply): void {
  const text = reply.text ?? (reply.body === undefined ? '' : JSON.stringify(reply.body));
  const bytes = reply.text === undefined ? Buffer.from(text, 'utf8') : Buffer.from(text, 'latin1');
  const { chunkBytes } = reply;
  const hasLength = reply.status !== 204 && chunkBytes === undefined;
  setHeader(reply, 'Content-Length', hasLength ? String(bytes.length) : undefined);
  response.writeHead(reply.status, reply.headers);
  if (reply.status === 204) return void response.end();
  if (chunkBytes === undefined) return void response.end(bytes);
  for (let start = 0; start < bytes.length; start += chunkBytes)
    response.write(bytes.subarray(start, start + chunkBytes));
  response.end();
}

/** Sets, or with undefined removes, a header. */
export function setHeader(reply: Reply, name: string, value: string | undefined): void {
  const kept: string[] = [];
  for (let index = 0; index < reply.headers.length; index += 2) {
    const [key = '', old = ''] = reply.headers.slice(index, index + 2);
    if (key.toLowerCase() !== name.toLowerCase()) kept.push(key, old);
  }
  reply.headers = value === undefined ? kept : [...kept, name, value];
}

function jsonOf(text: string | undefined): unknown {
  if (text === undefined || text === '') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
