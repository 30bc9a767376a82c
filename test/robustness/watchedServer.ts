import { startEmulator } from '../../emulator/server.ts';

/**
 * An emulator that tells its parent, over the IPC channel, where it listens and how much it holds on to. To be run
 * with --expose-gc; it ends with the channel.
 */
const emulator = await startEmulator();
const { apiUrl, authUrl, seed } = emulator;
process.once('disconnect', () => process.exit(0));
process.on('message', () => void heldBytes().then((bytes) => process.send?.(bytes)));
process.send?.({ apiUrl, authUrl, seed });

/** Bytes that survive collection: objects, and the buffers that they own outside the heap. */
async function heldBytes(): Promise<number> {
  // what finalizers of one collection let go is only freed by the next
  for (let round = 0; round < 4; round++) {
    globalThis.gc?.();
    await new Promise((resolve) => setImmediate(resolve));
  }
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
