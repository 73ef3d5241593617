import type { Case } from '../values/case.ts';
import { callsIn } from '../values/steps.ts';
import { chosenCases } from './cases.ts';
import { countsText } from './counts.ts';
import { EXIT, type Exit, usage } from './failure.ts';
import type { Terminal } from './terminal.ts';

/** All that a case can be found by, in lower case. */
const textOf = ({ id, title, rules, ops }: Case): string =>
  [id, title.en, title.zh ?? '', ...rules, ...callsIn(ops).map(({ op }) => op)].join('\n').toLowerCase();

export interface ListFlags {
  readonly fixtures?: string;
  /** Words that all occur in a case's id, title, clauses or ops. */
  readonly search?: string;
  /** Counts the cases of each op instead. */
  readonly counts?: boolean;
}

/** `tconf list [patterns…]`: one line per case, its id and its title; with `--counts` one per op. */
export const listCommand = async (
  patterns: readonly string[],
  { fixtures, search = '', counts }: ListFlags,
  terminal: Terminal,
): Promise<Exit> => {
  const { cases: chosen } = chosenCases(patterns, fixtures);
  const words = search.toLowerCase().split(/\s+/);
  const cases = chosen.filter((one) => {
    const text = textOf(one);
    return words.every((word) => text.includes(word));
  });
  if (cases.length === 0) throw usage(`no case has ${JSON.stringify(search)} in its id, title, clauses or ops`);
  if (counts) {
    const text = countsText(cases);
    if (text === undefined) throw usage('no case cites a clause of an op');
    terminal.out(text);
    return EXIT.ok;
  }
  const width = Math.min(60, Math.max(...cases.map(({ id }) => id.length)));
  for (const { id, title } of cases) terminal.out(`${id.padEnd(width)}  ${title.en}\n`);
  return EXIT.ok;
};
