/** Holds mutants of the reference to the reference by random programs, and counts which of them these notice. */
import fc from 'fast-check';
import adapter from '../adapters/reference/index.ts';
import { vocabulary, type Word } from '../fuzz/draw/vocabulary.ts';
import { compare } from '../fuzz/hold/compare.ts';
import { programs } from '../fuzz/shrink/arbitrary.ts';
import { labOf } from '../laws/check.ts';
import { inProcess } from '../run/in-process.ts';
import type { Mutation } from './mutation.ts';
import { tools } from './reference.ts';
import { type Mutant, nameOf } from './score.ts';
import { type Seat, seats } from './seats.ts';

type AnySeat = Seat<never>;

/** Beside the op itself: what shows a view to be a copy, and what its gradient goes through. */
const COMPANY: ReadonlySet<string> = new Set(['add', 'mul', 'sum', 'reshape', 'transpose', 'getitem', 'add_', 'fill_']);
const BATCH = 128;

const against = await inProcess(adapter);
const all = vocabulary();

/** What is drawn for a seat: mostly its own op; all there is for the tape. */
const wordsFor = (own: Word | undefined): readonly Word[] =>
  own === undefined ? all : [...all.filter(({ op }) => COMPANY.has(op) && op !== own.op), { ...own, weight: 30 }];

/** The mutants that random programs can reach, each with a function that draws until one notices it. */
export const reachable = (): readonly {
  readonly name: string;
  readonly seat: string;
  readonly fate: (runs: number) => Promise<Mutant>;
}[] =>
  (seats(adapter) as unknown as readonly AnySeat[]).flatMap((seat) => {
    const own = all.find(({ op }) => op === seat.name);
    if (own === undefined && seat.ops.length > 0) return [];
    return seat.mutations.map((mutation) => ({
      name: nameOf({ seat: seat.name, mutation: mutation.name }),
      seat: seat.name,
      fate: (runs: number) => fateOf(seat, mutation, wordsFor(own), runs),
    }));
  });

async function fateOf(seat: AnySeat, mutation: Mutation, words: readonly Word[], runs: number): Promise<Mutant> {
  const mutant = { seat: seat.name, mutation: mutation.name };
  let changed = false;
  const wrong = mutation.apply(seat.right, tools, () => {
    changed = true;
  });
  const tested = await inProcess(seat.put(wrong) as never);
  const arbitrary = programs({ words, dtypes: new Set(labOf(against).dtypes), gradients: true });
  for (let seed = 0; seed * BATCH < runs; seed++) {
    for (const program of fc.sample(arbitrary, { seed, numRuns: BATCH })) {
      const { status } = await compare(program, { tested, against });
      if (status === 'differs') return { ...mutant, fate: 'killed', by: JSON.stringify(program.ops) };
    }
  }
  return { ...mutant, fate: changed ? 'survived' : 'idle' };
}
