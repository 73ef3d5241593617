/**
 * `npm run mutants`: the mutation score of the bundled suite, and every mutant that it does not notice; with `--programs`
 * that of random programs, held to the reference and to every PyTorch that is found here or in PYTORCH=<root>,<root>. With the
 * names of ops, only theirs.
 */
import adapter from '../adapters/reference/index.ts';
import { suggestion } from '../load/nearest.ts';
import { loadSuite } from '../load/suite.ts';
import { BEYOND_PROGRAMS, BEYOND_PYTORCH, EQUIVALENT } from './equivalent.ts';
import { speakerOf } from './fuzzed.ts';
import { referenceOracle } from './oracles.ts';
import { byPrograms } from './parts.ts';
import { tools } from './reference.ts';
import { type Mutant, nameOf, score } from './score.ts';
import { seats } from './seats.ts';

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
const { mutants, oracles } = programs
  ? await byPrograms(isChosen)
  : { mutants: await score(adapter, tools, loadSuite().cases, isChosen), oracles: [] };
const judged = mutants.filter((m) => m.fate !== 'idle' && !(nameOf(m) in excused));
/** PyTorch alone did not notice it, and cannot. */
const isBeyond = (m: Mutant): boolean =>
  nameOf(m) in BEYOND_PYTORCH && !m.unnoticed?.includes(speakerOf(referenceOracle));
const survivors = judged.filter((m) => m.fate === 'survived' && !isBeyond(m));
for (const mutant of survivors)
  console.log(
    `survived  ${nameOf(mutant)}${mutant.unnoticed === undefined ? '' : `  held to ${mutant.unnoticed.join(', ')}`}`,
  );
if (words.includes('--idle')) {
  for (const mutant of mutants.filter((m) => m.fate === 'idle')) console.log(`idle      ${nameOf(mutant)}`);
}
const killed = judged.length - survivors.length;
const percent = ((100 * killed) / judged.length).toFixed(1);
const idle = mutants.length - judged.length;
console.log(
  `${killed} of ${judged.length} mutants noticed (${percent} %); ${idle} more change nothing that could be seen${oracles.length === 0 ? '' : `; held to ${oracles.join(', ')}`}`,
);
process.exitCode = survivors.length === 0 ? 0 : 1;
