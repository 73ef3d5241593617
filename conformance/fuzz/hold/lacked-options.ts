import { pageOf } from '../../pages/page-of.ts';
import type { Case } from '../../values/case.ts';
import { callsIn } from '../../values/steps.ts';
import { optionOf } from '../draw/options.ts';
import type { Program } from '../draw/program.ts';
import type { Compared } from './compare.ts';

/** How often an option has to be refused, and never taken, to be drawn no more. */
const ENOUGH = 3;

/**
 * The options that an implementation turns out to lack. Which ones an adapter reads is known only when it is called, and a
 * program with one that it does not read says nothing.
 */
export class LackedOptions {
  readonly #taken = new Set<string>();
  readonly #refused = new Map<string, number>();
  readonly #all = new Set<string>();

  /** As `op.option`; grows as programs are learnt from. */
  get all(): ReadonlySet<string> {
    return this.#all;
  }

  learn(program: Program, compared: Compared): void {
    // Only one that ran to its end is known to have come to all its options.
    if (compared.status === 'agrees' && !compared.raised) {
      for (const name of used(program)) {
        this.#taken.add(name);
        this.#all.delete(name);
      }
    }
    if (compared.status !== 'skipped') return;
    for (const { op, option } of compared.options ?? []) {
      const page = pageOf(op)?.page;
      if (page === undefined) continue;
      const name = optionOf(page, option);
      const times = (this.#refused.get(name) ?? 0) + 1;
      this.#refused.set(name, times);
      if (times >= ENOUGH && !this.#taken.has(name)) this.#all.add(name);
    }
  }
}

const used = ({ ops }: Pick<Case, 'ops'>): readonly string[] =>
  callsIn(ops).flatMap(({ op, with: options = {} }) => {
    const page = pageOf(op)?.page;
    return page === undefined ? [] : Object.keys(options).map((option) => optionOf(page, option));
  });
