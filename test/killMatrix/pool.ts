import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

type Message<Answer> = { readonly ready?: true; readonly answer?: Answer };

/** The processes that carry orders out: their script in this folder, and its arguments. */
export type Crew = { readonly script: string; readonly args?: readonly string[]; readonly processes: number };

/**
 * Hands orders to a few processes that live as long as there is work.
 * @param nameOf tells an order by a few words
 * @param onAnswer is told each answer as it comes
 * @throws Error when a process breaks; the order it was at is named
 */
export async function dispatch<Order, Answer>(
  orders: readonly Order[],
  { script, args = [], processes }: Crew,
  nameOf: (order: Order) => string,
  onAnswer: (answer: Answer) => void,
): Promise<void> {
  const waiting = [...orders];
  const children = Array.from({ length: Math.min(processes, orders.length) }, () =>
    startProcess(script, args),
  );
  try {
    await Promise.all(children.map((child) => serve(child, waiting, nameOf, onAnswer)));
  } finally {
    for (const child of children) child.kill();
  }
}

/** Starts a script of this folder as a process that messages can be sent to. */
export function startProcess(script: string, args: readonly string[]): ChildProcess {
  return fork(fileURLToPath(new URL(script, import.meta.url)), [...args], {
    execArgv: ['--import', import.meta.resolve('tsx')],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
}

function serve<Order, Answer>(
  child: ChildProcess,
  waiting: Order[],
  nameOf: (order: Order) => string,
  onAnswer: (answer: Answer) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    let current = 'none';
    const next = () => {
      const order = waiting.shift();
      if (order === undefined) return resolve();
      current = nameOf(order);
      child.send(order as object);
    };
    child.on('message', ({ ready, answer }: Message<Answer>) => {
      if (answer !== undefined) onAnswer(answer);
      if (answer !== undefined || ready === true) next();
    });
    child.once('exit', (code) => reject(new Error(`a process ended with code ${code} at ${current}`)));
  });
}
