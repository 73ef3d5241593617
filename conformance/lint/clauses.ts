import type { Fault } from '../load/fault.ts';
import { suggestion } from '../load/nearest.ts';
import { atCase, type Lint } from './lint.ts';

/** Every citation names a clause, every clause is cited, and each label stands once on its page. */
export const clauses: Lint = {
  name: 'clauses',
  run: ({ cases, spec }) => {
    const faults: Fault[] = [];
    const uncited = new Map<string, Fault>();
    for (const page of spec)
      for (const { id, line } of page.clauses) {
        const path = String(line);
        if (uncited.has(id)) faults.push({ file: page.file, path, message: `the clause ${id} stands twice` });
        uncited.set(id, { file: page.file, path, message: `no case cites ${id}; expected at least one` });
      }
    const known = new Set(uncited.keys());
    for (const one of cases)
      for (const rule of one.rules) {
        uncited.delete(rule);
        if (!known.has(rule))
          faults.push(atCase(one, `cites ${rule}, which is no clause${suggestion(rule, known)}`, 'rules'));
      }
    return [...faults, ...uncited.values()];
  },
};
