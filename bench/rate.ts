import { Pool } from 'undici';

/** One request to send over and over; a function makes each body new. */
export type Load = {
  readonly origin: string;
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: () => string;
};

const CONNECTIONS = 8;

/**
 * Sends a load for a while over eight connections, one request at a time on each, reading every answer.
 * @param durationMs how long to send
 * @returns answered requests per second
 * @throws Error when an answer is not a success, because then something else is measured
 */
export async function requestsPerSecond(load: Load, durationMs: number): Promise<number> {
  const pool = new Pool(load.origin, { connections: CONNECTIONS, pipelining: 1 });
  const startedAt = performance.now();
  const endAt = startedAt + durationMs;
  let answered = 0;
  const lane = async () => {
    while (performance.now() < endAt) {
      const { statusCode, body } = await pool.request({
        method: load.method,
        path: load.path,
        headers: load.headers,
        body: load.body?.() ?? null,
      });
      const text = await body.text();
      if (statusCode >= 300) throw new Error(`${load.method} ${load.path} answered ${statusCode}: ${text}`);
      answered += 1;
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, lane));
  await pool.close();
  return answered / ((performance.now() - startedAt) / 1000);
}

/** The middle value. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
