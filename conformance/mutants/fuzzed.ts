/** Holds mutants of the reference to what others say of random programs, and counts which of them these notice. */
import fc from 'fast-check';
import adapter from '../adapters/reference/index.ts';
import { caseOf, type Program, unjudged } from '../fuzz/draw/program.ts';
import { vocabulary, type Word } from '../fuzz/draw/vocabulary.ts';
import { compare } from '../fuzz/hold/compare.ts';
import { programs } from '../fuzz/shrink/arbitrary.ts';
import { labOf } from '../laws/check.ts';
import type { Implementation } from '../run/implementation.ts';
import { inProcess } from '../run/in-process.ts';
import { requestOf } from '../run/request.ts';
import { allCorners, referenceOracle, remembering } from './oracles.ts';
import { tools } from './reference.ts';
import { type Mutant, nameOf } from './score.ts';
import type { Seat } from './seat.ts';
import { seats } from './seats.ts';

type AnySeat = Seat<never>;

/** Beside the op itself: what shows a view to be a copy, and what its gradient goes through. */
const COMPANY: ReadonlySet<string> = new Set(['add', 'mul', 'sum', 'reshape', 'transpose', 'getitem', 'add_', 'fill_']);
const BATCH = 128;

const all = vocabulary();
const dtypes = new Set(labOf(referenceOracle).dtypes);

/** What is drawn for a seat: mostly its own op; all there is for the tape. */
const wordsFor = (own: Word | undefined): readonly Word[] =>
  own === undefined ? all : [...all.filter(({ op }) => COMPANY.has(op) && op !== own.op), { ...own, weight: 30 }];

/** The mutants of one seat, which are asked the same programs. */
export interface Reachable {
  readonly seat: string;
  /** What reports call its mutants. */
  readonly names: readonly string[];
  /** Draws so many programs at most until each oracle notices a mutant; `names` those that are looked into. */
  readonly fates: (runs: number, oracles: readonly Implementation[], names?: readonly string[]) => Promise<Mutant[]>;
}

/** Programs are asked about what is wrong for any operands: they are drawn for nothing else. */
const everywhere = ({ mutations }: AnySeat): AnySeat['mutations'] =>
  mutations.filter(({ kind }) => kind === 'everywhere');

/** The seats whose mutants random programs can reach. */
export const reachable = (): readonly Reachable[] =>
  (seats(adapter) as unknown as readonly AnySeat[]).flatMap((seat) => {
    const own = all.find(({ op }) => op === seat.name);
    if (own === undefined && seat.ops.length > 0) return [];
    const names = everywhere(seat).map(({ name }) => nameOf({ seat: seat.name, mutation: name }));
    return {
      seat: seat.name,
      names,
      fates: (runs, oracles, chosen = names) => fatesOf(seat, wordsFor(own), runs, oracles, new Set(chosen)),
    };
  });

/** What reports call it. */
export const speakerOf = ({ name, version }: Implementation): string =>
  version === undefined ? name : `${name} ${version}`;

/** Programs for a seat, drawn a batch at a time and once for all of its mutants. */
const drawn = (words: readonly Word[]): ((at: number) => Program) => {
  const arbitrary = programs({ words, dtypes, gradients: true });
  const batches: Program[][] = [];
  return (at) => {
    const batch = Math.floor(at / BATCH);
    batches[batch] ??= fc.sample(arbitrary, { seed: batch, numRuns: BATCH });
    return batches[batch][at % BATCH]!;
  };
};

async function fatesOf(
  seat: AnySeat,
  words: readonly Word[],
  runs: number,
  oracles: readonly Implementation[],
  chosen: ReadonlySet<string>,
): Promise<Mutant[]> {
  const programAt = drawn(words);
  const known = oracles.map(remembering);
  const mutants: Mutant[] = [];
  for (const mutation of everywhere(seat)) {
    const mutant = { seat: seat.name, mutation: mutation.name, kind: mutation.kind };
    if (!chosen.has(nameOf(mutant))) continue;
    let changes = 0;
    const wrong = mutation.apply(seat.right, tools, () => {
      changes++;
    });
    const library = await inProcess(seat.put(wrong) as never);
    mutants.push({ ...mutant, ...(await fateOf(library, () => changes, programAt, runs, known)) });
  }
  return mutants;
}

async function fateOf(
  library: Implementation,
  changes: () => number,
  programAt: (at: number) => Program,
  runs: number,
  oracles: readonly Implementation[],
): Promise<Pick<Mutant, 'fate' | 'by' | 'unnoticed'>> {
  let blind = [...oracles];
  let by = '';
  for (let at = 0; at < runs && blind.length > 0; at++) {
    const program = programAt(at);
    // What the mutant does not change is as right as the reference.
    const before = changes();
    const tested = remembering(library);
    await tested.run(requestOf(caseOf(program, unjudged(program))));
    if (changes() === before) continue;
    const still: Implementation[] = [];
    for (const against of blind) {
      const { status } = await compare(program, { tested, against, corners: allCorners });
      if (status !== 'differs') still.push(against);
      else by = JSON.stringify(program.ops);
    }
    blind = still;
  }
  if (blind.length === 0) return { fate: 'killed', by };
  return changes() === 0 ? { fate: 'idle' } : { fate: 'survived', unnoticed: blind.map(speakerOf) };
}
