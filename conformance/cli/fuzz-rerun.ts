/** The commands that show a finding of `tconf fuzz` again. */

import { REFERENCE } from './adapter.ts';
import type { FuzzFlags } from './fuzz.ts';
import { shellWord } from './report-context.ts';

const option = (name: string, value: string | number | undefined, usual?: string): string =>
  value === undefined || value === usual ? '' : ` --${name} ${shellWord(String(value))}`;

/** The words that name the tested side again. */
const tested = ({ adapter, command, timeout }: FuzzFlags): string =>
  (command === undefined ? option('adapter', adapter, REFERENCE) : option('command', command)) +
  option('timeout', timeout);

/** Of a fixture that was written. */
export const rerunOfFile = (file: string, flags: FuzzFlags): string =>
  `npx tconf run --fixtures ${shellWord(file)}${tested(flags)}`;

const again = (flags: FuzzFlags, seed: number, runs: number, law?: string): string => {
  const { against, againstCommand } = flags;
  const other = againstCommand === undefined ? option('against', against, REFERENCE) : '';
  const words = [option('law', law), ` --seed ${seed} --runs ${runs}`, tested(flags), other];
  return `npx tconf fuzz${words.join('')}${option('against-command', againstCommand)}`;
};

/** Of a law that breaks within so many trials. */
export const rerunOfLaw = (law: string, flags: FuzzFlags, seed: number, runs: number): string =>
  again(flags, seed, runs, law);

/** Of one among so many programs. */
export const rerunOfPrograms = (flags: FuzzFlags, seed: number, runs: number): string => again(flags, seed, runs);
