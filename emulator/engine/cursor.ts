import { createHmac, timingSafeEqual } from 'node:crypto';

/** Where a page begins or ends, and what was asked for when it was cut. */
export type Cursor = {
  /** URL path of the collection */
  readonly path: string;
  readonly filter: string;
  readonly order: string;
  readonly limit: number;
  readonly direction: 'after' | 'before';
  /** value sorted by, when there is an order, and the sequence number of the entry at the edge */
  readonly sortedBy: string;
  readonly sequence: number;
};

/** Writes a cursor as opaque text of base64url characters, signed so that only our own are read back. */
export function writeCursor(secret: Buffer, cursor: Cursor): string {
  const text = Buffer.from(JSON.stringify(cursor), 'utf8');
  return Buffer.concat([signature(secret, text), text]).toString('base64url');
}

/** Reads a cursor; undefined when this emulator did not write it. */
export function readCursor(secret: Buffer, text: string): Cursor | undefined {
  const bytes = Buffer.from(text, 'base64url');
  if (bytes.length <= signatureBytes || bytes.toString('base64url') !== text) return undefined;
  const content = bytes.subarray(signatureBytes);
  if (!timingSafeEqual(signature(secret, content), bytes.subarray(0, signatureBytes))) return undefined;
  return JSON.parse(content.toString('utf8')) as Cursor;
}

const signatureBytes = 12;

function signature(secret: Buffer, text: Buffer): Buffer {
  return createHmac('sha256', secret).update(text).digest().subarray(0, signatureBytes);
}
