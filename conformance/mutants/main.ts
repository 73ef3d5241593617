/**
 * `npm run mutants`: the mutation score of the bundled suite, and every mutant that it does not notice; with `--programs`
 * that of random programs.
 */
import adapter from '../adapters/reference/index.ts';
import { loadSuite } from '../load/suite.ts';
import { BEYOND_PROGRAMS, EQUIVALENT } from './equivalent.ts';
import { reachable } from './fuzzed.ts';
import { tools } from './reference.ts';
import { type Mutant, nameOf, score } from './score.ts';

/** How many programs a mutant has to survive. */
const RUNS = 4096;

const byPrograms = async (): Promise<Mutant[]> => {
  const mutants: Mutant[] = [];
  for (const { fate } of reachable()) mutants.push(await fate(RUNS));
  return mutants;
};

const programs = process.argv.includes('--programs');
const excused = programs ? { ...EQUIVALENT, ...BEYOND_PROGRAMS } : EQUIVALENT;
const mutants = programs ? await byPrograms() : await score(adapter, tools, loadSuite().cases);
const judged = mutants.filter((m) => m.fate !== 'idle' && !(nameOf(m) in excused));
const survivors = judged.filter((m) => m.fate === 'survived');
for (const mutant of survivors) console.log(`survived  ${nameOf(mutant)}`);
if (process.argv.includes('--idle')) {
  for (const mutant of mutants.filter((m) => m.fate === 'idle')) console.log(`idle      ${nameOf(mutant)}`);
}
const killed = judged.length - survivors.length;
const percent = ((100 * killed) / judged.length).toFixed(1);
const idle = mutants.length - judged.length;
console.log(
  `${killed} of ${judged.length} mutants noticed (${percent} %); ${idle} more change nothing that could be seen`,
);
process.exitCode = survivors.length === 0 ? 0 : 1;
