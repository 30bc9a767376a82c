import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Row } from './matrix.ts';
import type { Order } from './worker.ts';

type Message = { readonly ready?: true; readonly row?: Row };

/**
 * Hands orders to a few processes that live as long as there is work.
 * @param area the processes load the defects of this area only, or, without one, all
 * @param onRow is told each row as it comes
 * @throws Error when a process breaks; the defect it was at is named
 */
export async function dispatch(
  orders: readonly Order[],
  { processes, area }: { readonly processes: number; readonly area: string | undefined },
  onRow: (row: Row) => void,
): Promise<void> {
  const waiting = [...orders];
  const children = Array.from({ length: Math.min(processes, orders.length) }, () => start(area));
  try {
    await Promise.all(children.map((child) => serve(child, waiting, onRow)));
  } finally {
    for (const child of children) child.kill();
  }
}

function start(area: string | undefined): ChildProcess {
  return fork(fileURLToPath(new URL('worker.ts', import.meta.url)), area === undefined ? [] : [area], {
    execArgv: ['--import', import.meta.resolve('tsx')],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
}

function serve(child: ChildProcess, waiting: Order[], onRow: (row: Row) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    let current = 'none';
    const next = () => {
      const order = waiting.shift();
      if (order === undefined) return resolve();
      current = order.defect;
      child.send(order);
    };
    child.on('message', ({ ready, row }: Message) => {
      if (row !== undefined) onRow(row);
      if (row !== undefined || ready === true) next();
    });
    child.once('exit', (code) => reject(new Error(`a process ended with code ${code} at defect ${current}`)));
  });
}
