import { countsOf } from '../select/counts.ts';
import type { Lint } from './lint.ts';

/** With fewer, something that a library gets wrong about an op has not been asked. */
const LEAST = 12;

/** Of every op enough cases are written by hand: those derived from its page show what all ops have in common. */
export const written: Lint = {
  name: 'written',
  run: ({ cases, spec }) => {
    const pages = spec.filter(({ kind }) => kind === 'op');
    const counts = countsOf(
      cases,
      pages.map(({ name }) => name),
    );
    return pages.flatMap(({ file }, i) => {
      const { op, written } = counts[i]!;
      if (written >= LEAST) return [];
      const cases = written === 1 ? '1 case outside' : `${written} cases outside`;
      const message = `${cases} ladders/ and special/ cite${written === 1 ? 's' : ''} a clause of ${op}; expected at least ${LEAST}`;
      return [{ file, path: '', message }];
    });
  },
};
