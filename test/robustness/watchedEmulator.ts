import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { EmulatorSeed } from '../../emulator/seed.ts';

/** An emulator in a process of its own, whose memory can be asked for. */
export type WatchedEmulator = {
  readonly apiUrl: string;
  readonly authUrl: string;
  readonly seed: EmulatorSeed;
  /** bytes that the process holds after collection */
  heldBytes(): Promise<number>;
  /** what it wrote to stderr, and how it ended if it did: empty for a process that is well */
  complaints(): string;
  end(): Promise<void>;
};

/** Starts an emulator as a child of this process. */
export async function watchEmulator(): Promise<WatchedEmulator> {
  const child = fork(fileURLToPath(new URL('watchedServer.ts', import.meta.url)), {
    execArgv: ['--expose-gc', '--import', 'tsx'],
    stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
  });
  let said = '';
  child.stderr?.on('data', (bytes: Buffer) => {
    said += bytes.toString('utf8');
  });
  const listening = (await answerOf(child)) as Pick<WatchedEmulator, 'apiUrl' | 'authUrl' | 'seed'>;
  return {
    ...listening,
    heldBytes: async () => {
      child.send('held bytes');
      return (await answerOf(child)) as number;
    },
    complaints: () => {
      const { exitCode, signalCode } = child;
      return exitCode === null && signalCode === null ? said : `ended by ${signalCode ?? exitCode}: ${said}`;
    },
    end: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.disconnect();
      await once(child, 'exit');
    },
  };
}

/** The next message of the child; fails when the child ends instead. */
function answerOf(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const ended = () => reject(new Error('the emulator ended'));
    child.once('exit', ended);
    child.once('message', (message) => {
      child.off('exit', ended);
      resolve(message);
    });
  });
}
