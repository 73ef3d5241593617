import fc from 'fast-check';
import { labOf } from '../laws/check.ts';
import type { Program } from './draw/program.ts';
import { vocabulary, type Word } from './draw/vocabulary.ts';
import { type Compared, compare, type Sides } from './hold/compare.ts';
import { hasOp } from './hold/lacked.ts';
import { LackedOptions } from './hold/lacked-options.ts';
import { throttled } from './hold/throttle.ts';
import { programs } from './shrink/arbitrary.ts';
import { type Finding, Findings } from './tell/findings.ts';

export interface FuzzOptions {
  readonly seed: number;
  /** How many programs. */
  readonly runs: number;
  /** Whether time is up: asked between batches. */
  readonly expired?: () => boolean;
  readonly onProgress?: (done: number, findings: number) => void;
  /** What is drawn; the default is all that has a page. */
  readonly words?: readonly Word[];
}

export interface Fuzzed {
  readonly ran: number;
  /** On how many both sides agree; and of these, on how many that they raise. */
  readonly agreed: number;
  readonly raised: number;
  /** Of how many nothing can be said, by the reason: the corner's id first, where it is one. */
  readonly skipped: ReadonlyMap<string, number>;
  readonly findings: readonly Finding[];
}

/** Programs that are drawn at once: enough that no side waits for the other. */
const BATCH = 128;

/** The seed of a batch, so that what is drawn depends on nothing but the seed and the number of the program. */
const seedOf = (seed: number, batch: number): number =>
  (Math.imul(seed, 0x9e3779b1) + Math.imul(batch, 0x85ebca6b)) | 0;

/** Draws random programs and holds one side to what the other says of them. */
export const fuzz = async (given: Sides, options: FuzzOptions): Promise<Fuzzed> => {
  const { seed, runs, expired = () => false, onProgress = () => {}, words = vocabulary() } = options;
  const sides: Sides = { ...given, tested: throttled(given.tested), against: throttled(given.against) };
  const { offer } = given.tested;
  const lacked = new LackedOptions();
  const arbitrary = programs({
    words: words.filter(({ op }) => hasOp(given.tested, op)),
    dtypes: new Set(labOf(given.tested).dtypes),
    without: lacked.all,
    places: offer === undefined || offer.dtypes.int64 !== undefined,
    gradients: offer === undefined || offer.autograd !== undefined,
  });
  const draw = (batch: number): readonly Program[] =>
    fc.sample(arbitrary, { seed: seedOf(seed, batch), numRuns: BATCH });
  const findings = new Findings(sides);
  const skipped = new Map<string, number>();
  let [ran, agreed, raised] = [0, 0, 0];
  const take = async (program: Program, compared: Compared): Promise<void> => {
    ran++;
    lacked.learn(program, compared);
    if (compared.status === 'agrees') {
      agreed++;
      if (compared.raised) raised++;
    } else if (compared.status === 'skipped') {
      const why = compared.corner === undefined ? compared.why : `${compared.corner}: ${compared.why}`;
      skipped.set(why, (skipped.get(why) ?? 0) + 1);
    } else await findings.add(compared);
  };
  let next = draw(0);
  for (let batch = 1; ran < runs && (ran === 0 || !expired()); batch++) {
    const drawn = next.slice(0, runs - ran);
    const running = drawn.map((program) => compare(program, sides));
    // Drawn while the sides are at work.
    if (ran + running.length < runs) next = draw(batch);
    for (const [i, compared] of (await Promise.all(running)).entries()) await take(drawn[i]!, compared);
    onProgress(ran, findings.all.length);
  }
  return { ran, agreed, raised, skipped, findings: findings.all };
};
