/** What ops have been handed, one question after another. */
import type { Question } from '../left-open/index.ts';

/** A question, with the place where a special value stands among others. */
export interface Asked extends Question {
  readonly place?: 'first' | 'in the middle' | 'last';
  /** All elements at once, without an axis. */
  readonly whole?: boolean;
}

/** In words, for a report, and to be found again. */
export const inWords = ({ op, dtype, part, row, place, whole, classes }: Asked): string =>
  [op, dtype, part, whole && 'of all', place ?? row, ...(classes.length === 0 ? ['nothing'] : classes)]
    .filter(Boolean)
    .join(' ');

export class Seen {
  private readonly words = new Set<string>();

  add(asked: Asked): void {
    this.words.add(inWords(asked));
  }

  has(asked: Asked): boolean {
    return this.words.has(inWords(asked));
  }

  get size(): number {
    return this.words.size;
  }
}
