import { suggestion } from '../load/nearest.ts';
import { readSpec } from '../load/spec.ts';
import { earlierLines } from '../show/index.ts';
import { chosenCases } from './cases.ts';
import { EXIT, type Exit, usage } from './failure.ts';
import type { Terminal } from './terminal.ts';

/** `tconf explain <clause>`: the clause's text, where it stands, and the cases that cite it. A page's name shows all its clauses. */
export const explainCommand = async (
  name: string,
  { fixtures }: { readonly fixtures?: string },
  terminal: Terminal,
): Promise<Exit> => {
  const spec = readSpec();
  const found = spec.flatMap((page) =>
    page.clauses
      .filter(({ id }) => id === name || page.name === name)
      .map((clause) => ({ ...clause, file: page.file })),
  );
  if (found.length === 0) {
    const known = spec.flatMap((page) => [page.name, ...page.clauses.map(({ id }) => id)]);
    throw usage(`no clause ${JSON.stringify(name)}; expected one such as sum.C3${suggestion(name, known)}`);
  }
  const { cases } = chosenCases([], fixtures);
  for (const { id, text, file, line } of found) {
    terminal.out(`${id}  ${text}\n  ${file}:${line}\n`);
    for (const one of cases.filter(({ rules }) => rules.includes(id))) {
      terminal.out(`  ${one.id}  ${one.title.en}\n`);
      for (const line of earlierLines(one)) terminal.out(`    ${line}\n`);
    }
  }
  return EXIT.ok;
};
