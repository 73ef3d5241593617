import type { Colors } from 'picocolors/types.js';
import type { Results } from '../reporters/index.ts';
import { counted, shown } from '../reporters/text.ts';
import { type Change, compareResults, isWorse, readResults } from '../results/index.ts';
import { EXIT, type Exit } from './failure.ts';
import { refused } from './merge.ts';
import { paintOf } from './paint.ts';
import type { Terminal } from './terminal.ts';

/** How many cases are listed where nothing is worse; what is worse is listed in full. */
const LISTED = 50;

const nameOf = ({ suite, adapter, tolerance, run }: Results): string => {
  const where = run === undefined ? '' : `, Node ${run.node} on ${run.os}`;
  return `${shown([adapter.name, adapter.version ?? ''].join(' ').trim(), 80)}  suite ${suite.version} (${suite.digest.slice(0, 12)}), tolerance ${tolerance}, ${counted(suite.cases, 'case')}${shown(where)}`;
};

const section = (title: string, lines: readonly string[], limit: number = LISTED): string[] => {
  if (lines.length === 0) return [];
  const left = lines.length - limit;
  const rest = left > 0 ? [`  … and ${counted(left, 'more case')}`] : [];
  return ['', title, ...lines.slice(0, limit).map((line) => `  ${line}`), ...rest];
};

const changeLines = (changes: readonly Change[], paint: Colors): string[] =>
  changes.map(({ id, before, after }) => `${shown(id)}  ${paint.dim(`${before} → ${after}`)}`);

/** `tconf diff <old> <new>`: what changed between two runs. Fails if the new one is worse. */
export const diffCommand = async (before: string, after: string, terminal: Terminal): Promise<Exit> => {
  let results: readonly [Results, Results];
  try {
    results = [readResults(before), readResults(after)];
  } catch (error) {
    throw refused(error);
  }
  const found = compareResults(...results);
  const { newlyFailing, newlyPassing, changed, unlisted, other, added, removed, sameSuite } = found;
  const paint = paintOf(terminal);
  const all = Number.POSITIVE_INFINITY;
  const gone = sameSuite
    ? paint.red(`${counted(removed.length, 'case')} of the same suite not run`)
    : `${counted(removed.length, 'case')} removed`;
  const lines = [
    `old  ${nameOf(results[0])}`,
    `new  ${nameOf(results[1])}`,
    ...section(
      paint.red(`${counted(newlyFailing.length, 'case')} newly failing`),
      changeLines(newlyFailing, paint),
      all,
    ),
    ...section(
      gone,
      removed.map((id) => shown(id)),
      sameSuite ? all : LISTED,
    ),
    ...section(`${counted(changed.length, 'case')} failing in another way`, changeLines(changed, paint)),
    ...section(paint.green(`${counted(newlyPassing.length, 'case')} newly passing`), changeLines(newlyPassing, paint)),
    ...section(
      `${counted(unlisted.length, 'case')} failing as before, and no longer listed as known`,
      changeLines(unlisted, paint),
      10,
    ),
    ...section(`${counted(other.length, 'other change')}`, changeLines(other, paint)),
    ...section(
      `${counted(added.length, 'case')} added`,
      added.map((id) => shown(id)),
    ),
  ];
  terminal.out(`${lines.join('\n')}\n${lines.length === 2 ? '\nno case ended otherwise\n' : ''}`);
  return isWorse(found) ? EXIT.failed : EXIT.ok;
};
