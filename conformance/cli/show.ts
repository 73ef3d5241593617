import { pythonOf, typescriptOf } from '../show/index.ts';
import { chosenCases } from './cases.ts';
import { EXIT, type Exit, usage } from './failure.ts';
import type { Terminal } from './terminal.ts';

/** `tconf show <id>`: one case as Python and as TypeScript, with its title, its clauses and what it expects. The last part of its id will do. */
export const showCommand = async (
  id: string,
  { fixtures }: { readonly fixtures?: string },
  terminal: Terminal,
): Promise<Exit> => {
  const { cases } = chosenCases([id], fixtures);
  if (cases.length > 8)
    throw usage(`${JSON.stringify(id)} names ${cases.length} cases; expected one (tconf list ${id})`);
  if (cases.length > 1 && cases.every((one) => one.id.endsWith(`/${id}`)))
    throw usage(
      `${JSON.stringify(id)} ends ${cases.length} ids; expected one of ${cases.map((one) => one.id).join(', ')}`,
    );
  for (const one of cases) {
    const zh = one.title.zh === undefined ? '' : `\n  ${one.title.zh}`;
    terminal.out(`${one.id}\n  ${one.title.en}${zh}\n  ${one.rules.join(', ')}\n\n`);
    terminal.out(`Python\n${pythonOf(one)}\n\nTypeScript\n${typescriptOf(one)}\n\n`);
  }
  return EXIT.ok;
};
