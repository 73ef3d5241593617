/** Runs a program on two implementations and holds one to what the other says. */

import { judge } from '../../judge/index.ts';
import { stepAt } from '../../judge/raised.ts';
import { pageOf } from '../../pages/page-of.ts';
import { type Implementation, ImplementationFailed } from '../../run/implementation.ts';
import { requestOf } from '../../run/request.ts';
import type { Case } from '../../values/case.ts';
import { messageOf } from '../../values/message.ts';
import type { Observation, Outcome } from '../../values/observation.ts';
import { callsIn } from '../../values/steps.ts';
import type { Mismatch, Verdict } from '../../values/verdict.ts';
import { newest } from '../../versions/index.ts';
import { missingKernels } from '../draw/not-drawn.ts';
import { caseOf, type Program, unjudged } from '../draw/program.ts';
import { type Excuses, excused } from '../excuse/excused.ts';
import { isOf } from '../excuse/pytorch-corners.ts';
import { beyondRounding } from './beyond-rounding.ts';
import { biased } from './biased-variance.ts';
import { type ByChoice, byChoice } from './conventions/by-choice.ts';
import { lackedBy } from './lacked.ts';
import { type Ended, expectedFrom, isEnded } from './oracle.ts';
import { sameObservation } from './same-observation.ts';

export interface Sides {
  readonly tested: Implementation;
  readonly against: Implementation;
}

export interface Difference {
  readonly status: 'differs';
  readonly program: Program;
  /** The program with what the other side says as its expectation. */
  readonly case: Case;
  readonly verdict: Verdict;
}
export type Compared =
  | { readonly status: 'agrees'; readonly raised: boolean }
  /** Nothing can be said of it, and why. */
  | { readonly status: 'skipped'; readonly why: string }
  | Difference;

const skipped = (why: string): Compared => ({ status: 'skipped', why });

/** The version of a side that is PyTorch, the newest if it does not say. */
const pytorchOf = ({ name, version = newest }: Implementation): string | undefined =>
  name === 'pytorch' ? version : undefined;

const kernelMissing = ({ ops }: Program, outcome: Outcome, side: Implementation): string | undefined => {
  const version = pytorchOf(side);
  if (outcome.status !== 'threw' || version === undefined) return undefined;
  const raised = stepAt(ops, outcome.op)?.op ?? '';
  return missingKernels.find(
    ({ message, op, until }) =>
      isOf(version, until) && message.test(outcome.message) && (op === undefined || op.test(raised)),
  )?.because;
};

const same = (a: Ended, b: Ended, kinds: boolean): boolean => {
  if (a.status !== b.status) return false;
  if (a.status === 'threw' && b.status === 'threw') return a.op.join() === b.op.join() && (a.kind === b.kind || !kinds);
  const [seen, other] = [a.values ?? {}, b.values ?? {}] as Readonly<Record<string, Observation>>[];
  return Object.keys(seen!).every((name) => name in other! && sameObservation(seen![name]!, other![name]!));
};

/** A library may document the biased variance as its default, and says then what it says when asked for that. */
const saysTheSame = async (
  program: Program,
  got: Outcome,
  tested: Implementation,
  kinds: boolean,
): Promise<boolean> => {
  const other = await tested.run(requestOf(caseOf(program, unjudged(program))));
  return isEnded(got) && isEnded(other) && same(other, got, kinds);
};

export interface CompareOptions {
  /** How often numbers are moved to see whether rounding decides. */
  readonly tries?: number | undefined;
  /** Which differences are looked into; the others count as none. Default: all. */
  readonly wanted?: (difference: Difference) => boolean;
}

/**
 * The tested side held to the other one's word. Throws only if a side fails for good: an answer of which nobody thought is
 * one that differs.
 */
export const compare = async (program: Program, sides: Sides, options: CompareOptions = {}): Promise<Compared> => {
  try {
    return await compared(program, sides, options);
  } catch (error) {
    if (error instanceof ImplementationFailed) throw error;
    const one = caseOf(program, unjudged(program));
    const message = `the answer cannot be compared: ${messageOf(error)}`;
    return { status: 'differs', program, case: one, verdict: { id: one.id, verdict: 'error', message } };
  }
};

const compared = async (
  program: Program,
  { tested, against }: Sides,
  options: CompareOptions = {},
): Promise<Compared> => {
  const asked = caseOf(program, unjudged(program));
  const request = requestOf(asked);
  const lacks = lackedBy(tested, asked);
  if (lacks !== undefined) return skipped(lacks);
  const other = lackedBy(against, asked);
  if (other !== undefined) return skipped(`${against.name}: ${other}`);
  const [got, said] = await Promise.all([tested.run(request), against.run(request)]);
  if (got.status === 'unsupported') return skipped(got.what);
  if (said.status !== 'result' && said.status !== 'threw')
    return skipped(`${against.name}: ${'message' in said ? said.message : 'what' in said ? said.what : said.status}`);
  const kernel = [against, tested]
    .map((side, i) => kernelMissing(program, [said, got][i]!, side))
    .find((why) => why !== undefined);
  if (kernel !== undefined) return skipped(kernel);
  const kinds = tested.errors === 'exact' && against.errors === 'exact';
  const { mistake, ...plain } = program;
  if (said.status === 'result' && mistake !== undefined) return accepted(program, got);
  if ((got.status === 'result' || got.status === 'threw') && same(said, got, kinds))
    return { status: 'agrees', raised: said.status === 'threw' };
  const expected = expectedFrom(said, program.ops);
  const one = caseOf(program, expected);
  const missing = lackedBy(tested, one);
  if (missing !== undefined) return skipped(missing);
  // Other names are what held before the op that raised: the error is what is judged.
  const told = got.status === 'threw' || got.status === 'result' ? { ...got, values: {} } : got;
  const verdict = judge(one, expected.error === undefined ? unlooked(got) : told, kinds ? { errors: 'exact' } : {});
  if (verdict.verdict === 'pass' || verdict.verdict === 'convention')
    return { status: 'agrees', raised: said.status === 'threw' };
  if (verdict.verdict === 'unsupported') return skipped(verdict.message ?? 'unsupported');
  const plainly = biased(program);
  if (plainly !== undefined && (await saysTheSame(plainly, got, tested, kinds)))
    return compare(plainly, { tested, against }, options);
  const pytorch = [tested, against].map(pytorchOf).filter((version) => version !== undefined);
  const excuses: Excuses = { exact: isExact(program), pytorch };
  const raised = got.status === 'threw' ? stepAt(program.ops, got.op) : undefined;
  const leftOf = (word: Word, all = word.verdict.mismatches ?? []) =>
    excused(
      { program, said: word.said.values ?? {}, got: isEnded(got) ? (got.values ?? {}) : {}, all, raised },
      excuses,
    );
  const plainWord: Word = { spoken: program, said, verdict };
  const { because, rest } = leftOf(plainWord);
  if (rest.length === 0 && because !== undefined) return skipped(because);
  const chosen = isResult(said) && isResult(got) ? await byChoice(program, got, { tested, against }) : undefined;
  if (chosen?.verdict.verdict === 'pass') return skipped(documented(chosen));
  const word = chosen ?? plainWord;
  const left = leftOf(word);
  if (left.rest.length === 0 && left.because !== undefined) return skipped(left.because);
  const blamed = amid(verdict, word.verdict);
  const difference: Difference = { status: 'differs', program: plain, case: one, verdict: blamed };
  const { tries, wanted = () => true } = options;
  if (!wanted(difference)) return skipped('another difference');
  let certain = new Set(left.rest.map(nameOf));
  // Nothing that only moves and compares data is excused for its numbers.
  if (!excuses.exact && isResult(word.said) && isResult(got)) {
    const open: Verdict = { ...word.verdict, mismatches: left.rest };
    // Two numbers that are equal on one side alone come apart when that side is moved, and never meet on the other.
    for (const trusted of [true, false]) {
      const beyond = trusted
        ? await beyondRounding(word.spoken, open, word.said, got, against, { trusted, tries })
        : await beyondRounding(program, open, got, word.said, tested, { trusted, tries });
      if (beyond.length === 0) return skipped(left.because ?? 'rounding decides');
      const names = new Set(beyond.map(nameOf));
      certain = new Set([...certain].filter((name) => names.has(name)));
      // Last bits may decide one name, and a corner the next.
      const last = beyond.length < left.rest.length ? leftOf(word, beyond) : undefined;
      if (last?.rest.length === 0) return skipped(last.because ?? 'rounding decides');
    }
  }
  return sayingOnly(certain, difference);
};

const nameOf = ({ name }: Mismatch): string => name.replace(/\[.*/, '');

/** Of what differs, only that which nothing excuses is expected: the other side's word on the rest says nothing. */
const sayingOnly = (certain: ReadonlySet<string>, difference: Difference): Difference => {
  const { verdict, case: one } = difference;
  const all = verdict.mismatches ?? [];
  const kept = all.filter((mismatch) => certain.has(nameOf(mismatch)));
  if (kept.length === 0 || kept.length === all.length) return difference;
  const excused = new Set(all.filter((mismatch) => !kept.includes(mismatch)).map(nameOf));
  const names = Object.entries(one.expected.names).filter(([name]) => !excused.has(name));
  const expected = { ...one.expected, names: Object.fromEntries(names) };
  return { ...difference, case: { ...one, expected }, verdict: about(verdict, kept) };
};

/** What the other side says, and what that makes of the tested one. */
interface Word {
  /** The program that it was asked. */
  readonly spoken: Program;
  readonly said: Ended;
  readonly verdict: Verdict;
}

const isResult = (outcome: Outcome): outcome is Extract<Outcome, { status: 'result' }> => outcome.status === 'result';

const documented = ({ ids }: ByChoice): string =>
  `a library may choose so, and document it (${[...ids].sort().join(', ')})`;

/** Of what is not as PyTorch has it, that which no choice accounts for. */
const amid = (plainly: Verdict, chosen: Verdict): Verdict => {
  const names = new Set(chosen.mismatches?.map(({ name }) => name));
  const mismatches = (plainly.mismatches ?? []).filter(({ name }) => names.has(name));
  return mismatches.length === 0 ? plainly : about(plainly, mismatches);
};

/** The verdict, for these of its mismatches alone. */
const about = (verdict: Verdict, mismatches: readonly Mismatch[]): Verdict => {
  const first = mismatches[0]!;
  const message = first.name === 'error' ? verdict.message : `${first.name} ${first.message}`;
  return { ...verdict, reason: first.reason, ...(message !== undefined && { message }), mismatches };
};

/** Whether no op of a program rounds, nor takes a gradient. */
const isExact = ({ ops }: Program): boolean =>
  callsIn(ops).every(({ op }) => pageOf(op)?.page.accuracy === 'exact' && op !== 'backward' && op !== 'autograd.grad');

/** What a program held when it raised says nothing where it should not have raised. */
const unlooked = (got: Outcome): Outcome => (got.status === 'threw' ? { ...got, values: {} } : got);

/** Nobody refused what the spec says has to be refused. */
const accepted = (program: Program, got: Outcome): Compared => {
  const one = caseOf(program, { names: {}, error: program.mistake! });
  const told = got.status === 'threw' || got.status === 'result' ? { ...got, values: {} } : got;
  const verdict = judge(one, told as Outcome, {});
  return verdict.verdict === 'pass'
    ? { status: 'agrees', raised: true }
    : { status: 'differs', program, case: one, verdict };
};
