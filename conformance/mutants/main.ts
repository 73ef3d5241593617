/**
 * `npm run mutants`: the mutation score of the bundled suite, and every mutant that it does not notice; with `--programs`
 * that of random programs. With the names of ops, only theirs.
 */
import adapter from '../adapters/reference/index.ts';
import { suggestion } from '../load/nearest.ts';
import { loadSuite } from '../load/suite.ts';
import { BEYOND_PROGRAMS, EQUIVALENT } from './equivalent.ts';
import { reachable } from './fuzzed.ts';
import { tools } from './reference.ts';
import { type Mutant, nameOf, score } from './score.ts';
import { seats } from './seats.ts';

/** How many programs a mutant has to survive. */
const RUNS = 4096;

const byPrograms = async (): Promise<Mutant[]> => {
  const mutants: Mutant[] = [];
  for (const { seat, fate } of reachable()) if (isChosen(seat)) mutants.push(await fate(RUNS));
  return mutants;
};

const words = process.argv.slice(2);
const ops = words.filter((word) => !word.startsWith('--'));
const isChosen = (seat: string): boolean => ops.length === 0 || ops.includes(seat);
const known = new Set(seats(adapter).map(({ name }) => name));
const strange = ops.find((op) => !known.has(op));
if (strange !== undefined) {
  console.error(`mutants: nothing of the reference is named ${strange}${suggestion(strange, [...known])}`);
  process.exit(2);
}

const programs = words.includes('--programs');
const excused = programs ? { ...EQUIVALENT, ...BEYOND_PROGRAMS } : EQUIVALENT;
const mutants = programs ? await byPrograms() : await score(adapter, tools, loadSuite().cases, isChosen);
const judged = mutants.filter((m) => m.fate !== 'idle' && !(nameOf(m) in excused));
const survivors = judged.filter((m) => m.fate === 'survived');
for (const mutant of survivors) console.log(`survived  ${nameOf(mutant)}`);
if (words.includes('--idle')) {
  for (const mutant of mutants.filter((m) => m.fate === 'idle')) console.log(`idle      ${nameOf(mutant)}`);
}
const killed = judged.length - survivors.length;
const percent = ((100 * killed) / judged.length).toFixed(1);
const idle = mutants.length - judged.length;
console.log(
  `${killed} of ${judged.length} mutants noticed (${percent} %); ${idle} more change nothing that could be seen`,
);
process.exitCode = survivors.length === 0 ? 0 : 1;
