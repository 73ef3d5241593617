import type { Fault } from '../load/fault.ts';
import type { Lint } from './lint.ts';

/** Every clause is cited, and each label stands once on its page. */
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
    for (const { rules } of cases) for (const rule of rules) uncited.delete(rule);
    return [...faults, ...uncited.values()];
  },
};
