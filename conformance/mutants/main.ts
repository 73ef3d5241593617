/**
 * `npm run mutants`: how many small wrong changes to the reference the bundled suite notices, kind by kind, and every one that
 * it does not: those that are set aside in `equivalent.ts`, since no case can notice them, with the reason. `--kind <kind>` looks
 * into that one alone, `--every <n>` into every n-th, and the names of ops into those. Fewer than `--least <percent>` that are
 * noticed or set aside, all of them if it is not given, is a failure.
 * `--programs` asks random programs instead, held to the reference and to every PyTorch that is found here or in
 * PYTORCH=<root>,<root>; `--every <n>` takes every n-th op then.
 */
import { parseArgs } from 'node:util';
import adapter from '../adapters/reference/index.ts';
import { suggestion } from '../load/nearest.ts';
import { byCases } from './cases.ts';
import { BEYOND_CASES, BEYOND_PROGRAMS, BEYOND_PYTORCH, EQUIVALENT } from './equivalent.ts';
import { speakerOf } from './fuzzed.ts';
import type { Kind } from './kinds/kind.ts';
import { referenceOracle } from './oracles.ts';
import { byPrograms } from './parts.ts';
import { type Mutant, nameOf } from './score.ts';
import { seats } from './seats.ts';
import { percent, tableOf } from './table.ts';

const { values, positionals: ops } = parseArgs({
  allowPositionals: true,
  options: {
    programs: { type: 'boolean', default: false },
    idle: { type: 'boolean', default: false },
    kind: { type: 'string', multiple: true, default: [] },
    every: { type: 'string', default: '1' },
    least: { type: 'string', default: '100' },
  },
});

const all = seats(adapter);
const kinds = new Set(all.flatMap(({ mutations }) => mutations.map(({ kind }) => kind)));
refuse(ops, new Set(all.map(({ name }) => name)), 'nothing of the reference is named');
refuse(values.kind, kinds, 'there is no kind');

function refuse(given: readonly string[], known: ReadonlySet<string>, told: string): void {
  const strange = given.find((name) => !known.has(name));
  if (strange === undefined) return;
  console.error(`mutants: ${told} ${strange}${suggestion(strange, [...known])}`);
  process.exit(2);
}

const [every, least] = [Number(values.every), Number(values.least)];
if (!(Number.isInteger(every) && every >= 1 && least >= 0 && least <= 100)) {
  console.error('mutants: --every takes a whole number from 1 on, --least a percentage');
  process.exit(2);
}

const { programs } = values;
const beyond = programs ? BEYOND_PROGRAMS : BEYOND_CASES;
const { mutants, oracles } = programs
  ? await byPrograms((seat) => ops.length === 0 || ops.includes(seat), every)
  : { mutants: await byCases({ seats: ops, kinds: values.kind as Kind[], every }), oracles: [] };
const isAside = (m: Mutant): boolean => nameOf(m) in beyond;
/** PyTorch alone did not notice it, and cannot. */
const isBeyond = (m: Mutant): boolean =>
  nameOf(m) in BEYOND_PYTORCH && !m.unnoticed?.includes(speakerOf(referenceOracle));
const judged = mutants.filter((m) => m.fate !== 'idle' && !(nameOf(m) in EQUIVALENT));
const unnoticed = judged.filter((m) => m.fate === 'survived' && !isBeyond(m));
const [aside, survivors] = [unnoticed.filter(isAside), unnoticed.filter((m) => !isAside(m))];
for (const mutant of aside) console.log(`set aside  ${mutant.kind}  ${nameOf(mutant)}: ${beyond[nameOf(mutant)]}`);
for (const mutant of survivors)
  console.log(
    `survived  ${mutant.kind}  ${nameOf(mutant)}${mutant.unnoticed === undefined ? '' : `  held to ${mutant.unnoticed.join(', ')}`}`,
  );
if (values.idle) {
  for (const mutant of mutants.filter((m) => m.fate === 'idle'))
    console.log(`idle      ${mutant.kind}  ${nameOf(mutant)}`);
}
const killed = judged.length - unnoticed.length;
const idle = mutants.length - judged.length;
console.log(`\n${tableOf(judged, isAside)}\n`);
console.log(
  `${killed} of ${judged.length} mutants noticed (${percent(killed, judged.length)} %), ${aside.length} set aside with a reason; ${idle} more change nothing that could be seen${oracles.length === 0 ? '' : `; held to ${oracles.join(', ')}`}`,
);
process.exitCode = 100 * (judged.length - survivors.length) >= least * judged.length ? 0 : 1;
