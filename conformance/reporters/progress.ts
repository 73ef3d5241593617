import type { Colors } from 'picocolors/types.js';
import type { Verdict } from '../values/verdict.ts';
import { unexpected } from './report.ts';
import { grouped } from './text.ts';

const eraseLine = '\r\u001b[2K';
/** Milliseconds between two pictures: often enough to live, seldom enough to cost nothing. */
const pause = 80;

/** One line that is written over and over while a run goes on, and erased after it. For terminals only. */
export class Progress {
  readonly #write: (text: string) => void;
  readonly #total: number;
  readonly #paint: Colors;
  readonly #now: () => number;
  #done = 0;
  #failed = 0;
  #last = Number.NEGATIVE_INFINITY;

  constructor(
    write: (text: string) => void,
    total: number,
    paint: Colors,
    now: () => number = () => performance.now(),
  ) {
    this.#write = write;
    this.#total = total;
    this.#paint = paint;
    this.#now = now;
  }

  step({ verdict, id }: Verdict): void {
    this.#done++;
    if (unexpected.has(verdict)) this.#failed++;
    const now = this.#now();
    if (now - this.#last < pause) return;
    this.#last = now;
    const bar = 24;
    const full = Math.round((bar * this.#done) / Math.max(1, this.#total));
    const failed = this.#failed > 0 ? this.#paint.red(`  ${grouped(this.#failed)} failed`) : '';
    const counts = `${grouped(this.#done)}/${grouped(this.#total)}`;
    const line = `${'━'.repeat(full)}${this.#paint.dim('━'.repeat(Math.max(0, bar - full)))} ${counts}${failed}  ${this.#paint.dim(id.slice(0, 44))}`;
    this.#write(eraseLine + line);
  }

  end(): void {
    this.#write(eraseLine);
  }
}
