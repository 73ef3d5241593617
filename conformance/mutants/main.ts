/** `npm run mutants`: the mutation score of the bundled suite, and every mutant that it does not notice. */
import adapter from '../adapters/reference/index.ts';
import { loadSuite } from '../load/suite.ts';
import { EQUIVALENT } from './equivalent.ts';
import { tools } from './reference.ts';
import { nameOf, score } from './score.ts';

const mutants = await score(adapter, tools, loadSuite().cases);
const judged = mutants.filter((m) => m.fate !== 'idle' && !(nameOf(m) in EQUIVALENT));
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
