import { suggestion } from '../load/nearest.ts';
import { atCase, type Lint } from './lint.ts';

/** Every citation names a clause. */
export const citations: Lint = {
  name: 'citations',
  run: ({ cases, spec }) => {
    const known = new Set(spec.flatMap(({ clauses }) => clauses.map(({ id }) => id)));
    return cases.flatMap((one) =>
      one.rules
        .filter((rule) => !known.has(rule))
        .map((rule) => atCase(one, `cites ${rule}, which is no clause${suggestion(rule, known)}`, 'rules')),
    );
  },
};
