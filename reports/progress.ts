import { printable } from './printable.ts';

/** The part of a terminal stream that progress needs. */
export type Terminal = {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
};

const FAILURES_SHOWN = 20;
const REDRAW_MS = 80;
const NOTE_LINES = 10;

/** Tells how a run gets on: one line that is redrawn on a terminal, about ten lines anywhere else. */
export class Progress {
  readonly #out: Terminal;
  readonly #total: number;
  #done = 0;
  #failures = 0;
  #tenths = 0;
  #drawnAtMs = 0;

  constructor(total: number, out: Terminal = process.stdout) {
    this.#total = total;
    this.#out = out;
  }

  /** @param failure one line about what went wrong, when something did */
  caseEnded(area: string, failure?: string): void {
    this.#done += 1;
    if (failure !== undefined) this.#failed(failure);
    const line = `${area}  ${this.#done} of ${this.#total}  ${this.#failures} failed`;
    if (this.#out.isTTY) this.#redraw(line);
    else this.#tenth(line);
  }

  /** Says at once what went wrong outside any case, in a few lines. */
  note(message: string): void {
    this.#clear();
    const lines = printable(message).split('\n').slice(0, NOTE_LINES);
    this.#out.write(`${lines.join('\n').slice(0, 2000)}\n`);
  }

  /** Removes the redrawn line and says how many failures were not shown. */
  end(): void {
    this.#clear();
    const hidden = this.#failures - FAILURES_SHOWN;
    if (hidden > 0) this.#out.write(`and ${hidden} more failures\n`);
  }

  #failed(failure: string): void {
    this.#failures += 1;
    if (this.#failures > FAILURES_SHOWN) return;
    this.#clear();
    const line = printable(failure).replace(/\s+/g, ' ');
    this.#out.write(`FAIL ${line.length > 200 ? line.slice(0, 199) + '…' : line}\n`);
  }

  #redraw(line: string): void {
    const nowMs = Date.now();
    if (nowMs - this.#drawnAtMs < REDRAW_MS && this.#done < this.#total) return;
    this.#drawnAtMs = nowMs;
    this.#out.write(`\r\x1b[2K${line.slice(0, (this.#out.columns ?? 80) - 1)}`);
  }

  #tenth(line: string): void {
    const tenths = Math.floor((this.#done / Math.max(1, this.#total)) * 10);
    if (tenths <= this.#tenths || this.#done > this.#total) return;
    this.#tenths = tenths;
    this.#out.write(`${line}\n`);
  }

  #clear(): void {
    if (this.#out.isTTY) this.#out.write('\r\x1b[2K');
  }
}
