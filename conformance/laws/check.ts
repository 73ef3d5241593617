/** Tries a law on an implementation, and shrinks what breaks it to a fixture case. */
import fc from 'fast-check';
import { fillsShape } from '../compare/compare.ts';
import { judge, observed } from '../judge/index.ts';
import { lacking, missingFrom, needsOf } from '../needs/index.ts';
import type { Implementation } from '../run/implementation.ts';
import { requestOf } from '../run/request.ts';
import type { Case, Expected } from '../values/case.ts';
import { allDtypes, isFloat, isInteger } from '../values/dtypes.ts';
import { messageOf } from '../values/message.ts';
import type { Verdict } from '../values/verdict.ts';
import { triesAfter } from './dearly.ts';
import type { Lab, Law, Trial } from './law.ts';

export interface CheckOptions {
  readonly seed: number;
  readonly runs: number;
  /** Whether time is up: then nothing more is drawn. */
  readonly expired?: () => boolean;
}

export type LawResult = { readonly law: Law } & (
  | { readonly status: 'holds'; readonly runs: number }
  | { readonly status: 'not-applicable'; readonly lacks: string }
  | {
      readonly status: 'broken';
      /** The smallest program found, and as a case that fails. */
      readonly trial: Trial;
      readonly counterexample: Case;
      readonly verdict: Verdict;
      readonly seed: number;
      /** How many trials find it again. */
      readonly runs: number;
    }
);

/** What may be drawn for an implementation; one that does not say is asked for everything. */
export const labOf = ({ offer }: Implementation): Lab => {
  const dtypes = allDtypes.filter((dtype) => offer === undefined || offer.dtypes[dtype] === true);
  return {
    dtypes,
    floats: dtypes.filter(isFloat),
    integers: dtypes.filter(isInteger),
  };
};

const TOO_MANY_SKIPS = 50;

export async function check(
  law: Law,
  implementation: Implementation,
  { seed, runs, expired = () => false }: CheckOptions,
): Promise<LawResult> {
  const trials = law.trials(labOf(implementation));
  if ('lacks' in trials) return { law, status: 'not-applicable', lacks: trials.lacks };
  let lacks = alwaysLacks(law, trials, implementation, seed);
  if (lacks !== undefined) return { law, status: 'not-applicable', lacks };
  let [tried, lacked] = [0, 0];
  let broken: (Broken & { readonly trial: Trial }) | undefined;
  let left = Number.POSITIVE_INFINITY;
  const property = fc.asyncProperty(trials, async (trial) => {
    if (tried === 0 && lacked >= HOPELESS) fc.pre(false);
    if (broken !== undefined && left-- <= 0) return true;
    if (broken === undefined && tried > 0 && expired()) throw new fc.PreconditionFailure(true);
    const end = await attempt(law, trial, implementation);
    if ('lacks' in end) {
      lacks ??= end.lacks;
      lacked++;
      fc.pre(false);
    } else if ('verdict' in end) {
      if (broken === undefined) left = triesAfter(end.verdict) ?? left;
      broken = { ...end, trial };
      return false;
    } else if (!end.said) fc.pre(false);
    else tried++;
    return true;
  });
  const details = await fc.check(property, {
    seed,
    numRuns: runs,
    maxSkipsPerRun: TOO_MANY_SKIPS,
    endOnFailure: false,
  });
  // fast-check shrinks by running again: the last failure is the smallest.
  if (broken !== undefined) {
    const enough = Math.max(details.numRuns, Math.ceil(details.numSkips / TOO_MANY_SKIPS) + 1);
    return { law, status: 'broken', ...broken, seed, runs: enough };
  }
  if (tried === 0) return { law, status: 'not-applicable', lacks: lacks ?? 'every trial was skipped' };
  return { law, status: 'holds', runs: tried };
}

/** How many trials have to need what is lacking before no further one is tried. */
const HOPELESS = 60;

/** What an implementation lacks for every trial of a good number, as far as that is known before one is run. */
const alwaysLacks = (
  law: Law,
  trials: fc.Arbitrary<Trial>,
  { offer }: Implementation,
  seed: number,
): string | undefined => {
  if (offer === undefined) return undefined;
  let first: string | undefined;
  // One after another, since the first one mostly tells.
  for (let i = 0; i < HOPELESS; i++) {
    const [trial] = fc.sample(trials, { seed: seed + i, numRuns: 1 }) as [Trial];
    const names = Object.fromEntries(trial.observe.map((name) => [name, {}]));
    const missing = lacking(offer, needsOf(caseOf(law, trial, { names })));
    if (missing === undefined) return undefined;
    first ??= missing;
  }
  return first;
};

interface Broken {
  readonly counterexample: Case;
  readonly verdict: Verdict;
}
type End = { readonly lacks: string } | { readonly said: boolean } | Broken;

/** One trial of a law: broken, or kept, or nothing is said of it. */
export async function attempt(law: Law, trial: Trial, implementation: Implementation): Promise<End> {
  const look = (name: string) => (trial.prints?.includes(name) ? { prints: '' } : {});
  const asked = caseOf(law, trial, { names: Object.fromEntries(trial.observe.map((name) => [name, look(name)])) });
  const missing = missingFrom(implementation, asked);
  if (missing !== undefined) return { lacks: missing };
  const outcome = await implementation.run(requestOf(asked));
  if (outcome.status === 'unsupported') return { lacks: outcome.what };
  if (outcome.status === 'threw' && outcome.op[0]! < (trial.mayRaise ?? 0)) return { said: false };
  const seen = outcome.status === 'result' || outcome.status === 'threw' ? (outcome.values ?? {}) : {};
  const bent = misshapen(seen);
  const complete = outcome.status !== 'threw' || trial.observe.every((name) => name in seen);
  let expected: Expected | undefined;
  try {
    expected = bent ?? (complete || outcome.status === 'threw' ? stated(trial, seen) : undefined);
  } catch (error) {
    // A tensor was due, and a number came: a statement takes what it looks at for what the op gives.
    const none = caseOf(law, trial, { names: {} });
    const message = `what came cannot be held to the law: ${messageOf(error)}`;
    return { counterexample: none, verdict: { id: none.id, verdict: 'error', message } };
  }
  if (expected === undefined && outcome.status === 'result') return { said: false };
  const counterexample = caseOf(law, trial, expected ?? { names: {} });
  // What is to come out, and which op is to raise, is not known before: what the library does not have is nobody's fault.
  const silent = expected && implementation.offer && lacking(implementation.offer, needsOf(counterexample));
  if (silent !== undefined) return { lacks: silent };
  const told = 'values' in outcome ? { ...outcome, values: kept(outcome.values ?? {}, counterexample) } : outcome;
  const verdict = judge(
    counterexample,
    told,
    implementation.errors === undefined ? {} : { errors: implementation.errors },
  );
  const holds = verdict.verdict === 'pass' || verdict.verdict === 'convention';
  return holds ? { said: true } : { counterexample, verdict };
}

/** Of a tensor whose elements do not fill its shape, no law says anything but that. */
function misshapen(seen: Parameters<Trial['statement']>[0]): Expected | undefined {
  const [name, bent] = Object.entries(seen).find(([, one]) => one.kind === 'tensor' && !fillsShape(one)) ?? [];
  return name === undefined || bent?.kind !== 'tensor' ? undefined : { names: { [name]: { shape: bent.shape } } };
}

/** A statement looks at what was seen; where the program broke off it may find nothing to look at. */
function stated(trial: Trial, seen: Parameters<Trial['statement']>[0]): Expected | undefined {
  const whole = trial.observe.every((name) => name in seen);
  return whole || trial.observe.length === 0 ? trial.statement(seen) : undefined;
}

const kept = <V>(values: Readonly<Record<string, V>>, held: Case): Record<string, V> => {
  const asked = new Set(observed(held).map(({ name }) => name));
  return Object.fromEntries(Object.entries(values).filter(([name]) => asked.has(name)));
};

const caseOf = (law: Law, { inputs, ops }: Trial, expected: Expected): Case => ({
  id: `laws/${law.id}`,
  title: { en: law.title },
  rules: law.clauses,
  source: `law ${law.id}`,
  inputs,
  ops,
  expected,
  conventions: [],
  earlier: [],
  file: `laws/${law.id}`,
});
