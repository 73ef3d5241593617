import { chosenCases } from './cases.ts';
import { EXIT, type Exit } from './failure.ts';
import type { Terminal } from './terminal.ts';

/** `tconf list [patterns…]`: one line per case, its id and its title. */
export const listCommand = async (
  patterns: readonly string[],
  { fixtures }: { readonly fixtures?: string },
  terminal: Terminal,
): Promise<Exit> => {
  const { cases } = chosenCases(patterns, fixtures);
  const width = Math.min(60, Math.max(...cases.map(({ id }) => id.length)));
  for (const { id, title } of cases) terminal.out(`${id.padEnd(width)}  ${title.en}\n`);
  return EXIT.ok;
};
