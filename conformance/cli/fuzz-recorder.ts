/** What `tconf fuzz` finds, told and written as it is found. */
import { join } from 'node:path';
import type { Case } from '../case.ts';
import type { Sides } from '../fuzz/compare.ts';
import { fixtureOf, kebab } from '../fuzz/fixture.ts';
import { completed } from '../fuzz/said.ts';
import { findingLines } from '../fuzz/tell.ts';
import { shown } from '../reporters/text.ts';
import type { Verdict } from '../verdict.ts';
import type { ImplementationFlags } from './implementation.ts';
import { writeWhole } from './out-folder.ts';
import { paintOf } from './paint.ts';
import { shellWord } from './telling.ts';
import type { Terminal } from './terminal.ts';

/** The words that name the tested side again. */
const testedWords = ({ adapter, command }: ImplementationFlags): string =>
  command === undefined
    ? adapter === 'reference'
      ? ''
      : ` --adapter ${shellWord(adapter)}`
    : ` --command ${shellWord(command)}`;

/** One cause: a law that is broken, or an op that gives something else. */
export interface Found {
  /** The op or the law. */
  readonly op: string;
  readonly reason: string;
  readonly title: string;
  readonly case: Case;
  readonly verdict: Verdict;
  /** How many programs came upon it. */
  readonly count: number;
}

export interface Recorder {
  /** How many findings were told. */
  readonly found: () => number;
  /** Tells one, and writes its fixture. */
  readonly tell: (finding: Found) => Promise<void>;
}

/** Writes findings as they are told, each under a name of its own. */
export const recorder = (
  flags: ImplementationFlags & { readonly out: string },
  sides: Sides,
  terminal: Terminal,
): Recorder => {
  const taken = new Map<string, number>();
  let found = 0;
  const nameFor = (base: string): string => {
    const again = (taken.get(base) ?? 0) + 1;
    taken.set(base, again);
    return again === 1 ? base : `${base}-${again}`;
  };
  return {
    found: () => found,
    tell: async ({ op, reason, title, case: one, verdict, count }) => {
      found++;
      const head = `${op}  ${reason}${count > 1 ? `  (${count} programs)` : ''}`;
      const whole = await completed(one, sides.against);
      if (whole === undefined) {
        const why = `no fixture: ${sides.against.name} cannot run it`;
        terminal.out(`FINDING  ${head}\n  ${shown(verdict.message ?? reason)}; ${shown(why)}\n\n`);
        return;
      }
      const name = nameFor(kebab(`${op} ${reason}`));
      const fixture = await fixtureOf(whole, { name, title, op }, sides);
      writeWhole(flags.out, [{ name: `${name}.json`, text: fixture.text }]);
      const file = join(flags.out, `${name}.json`);
      const rerun = `npx tconf run --fixtures ${shellWord(file)}${testedWords(flags)}`;
      for (const line of findingLines({ head, case: fixture.case, verdict, file, rerun }, paintOf(terminal)))
        terminal.out(`${line}\n`);
    },
  };
};
