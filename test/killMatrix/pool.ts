import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

type Message<Answer> = { readonly ready?: true; readonly answer?: Answer };

/** The processes that carry orders out. */
export type Crew = {
  /** The path of their script, from this folder. */
  readonly script: string;
  readonly args?: readonly string[];
  /** The path, from this folder, of a module that is loaded before anything else. */
  readonly first?: string;
  readonly processes: number;
};

/**
 * Hands orders to a few processes that live as long as there is work.
 * @param nameOf tells an order by a few words
 * @param onAnswer is told each answer as it comes
 * @throws Error when a process breaks; the order it was at is named
 */
export async function dispatch<Order, Answer>(
  orders: readonly Order[],
  { script, args = [], first, processes }: Crew,
  nameOf: (order: Order) => string,
  onAnswer: (answer: Answer) => void,
): Promise<void> {
  const waiting = [...orders];
  const children = Array.from({ length: Math.min(processes, orders.length) }, () =>
    startProcess(script, args, first),
  );
  try {
    await Promise.all(children.map((child) => serve(child, waiting, nameOf, onAnswer)));
  } finally {
    for (const child of children) child.kill();
  }
}

/** Starts a script as a process that messages can be sent to. */
export function startProcess(script: string, args: readonly string[], first?: string): ChildProcess {
  const modules = [...(first === undefined ? [] : [import.meta.resolve(first)]), import.meta.resolve('tsx')];
  return fork(fileURLToPath(new URL(script, import.meta.url)), [...args], {
    execArgv: modules.flatMap((one) => ['--import', one]),
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
