/** The actual answer, judged by what the oracle says. */
import { judge } from '../../judge/index.ts';
import type { Observation, Outcome } from '../../values/observation.ts';
import { caseOf } from '../draw/program.ts';
import { lackedBy } from './lacked.ts';
import { type Answer, isAnswer, oracleExpectation } from './oracle.ts';
import { sameObservation } from './same-observation.ts';
import type { Answered, Compared, Differing } from './stage.ts';
import { skipped } from './stage.ts';

/** Whether both ended alike to the last bit. */
export const same = (a: Answer, b: Answer, kinds: boolean): boolean => {
  if (a.status !== b.status) return false;
  if (a.status === 'threw' && b.status === 'threw') return a.op.join() === b.op.join() && (a.kind === b.kind || !kinds);
  const [seen, other] = [a.values ?? {}, b.values ?? {}] as Readonly<Record<string, Observation>>[];
  return Object.keys(seen!).every((name) => name in other! && sameObservation(seen![name]!, other![name]!));
};

/** How it ended, without what names held when it raised: then the error is what is judged. */
const ending = (actual: Outcome): Outcome => (isAnswer(actual) ? { ...actual, values: {} } : actual);

/** Nobody refused what the spec says has to be refused. */
const accepted = ({ program, actual }: Answered): Compared => {
  const one = caseOf(program, { names: {}, error: program.mistake! });
  const verdict = judge(one, ending(actual), {});
  return verdict.verdict === 'pass'
    ? { status: 'agrees', raised: true }
    : { status: 'differs', program, case: one, verdict };
};

/** It ends where both sides agree, or nothing can be judged. */
export const judged = (held: Answered): Compared | Differing => {
  const { program, sides, actual, oracle, kinds } = held;
  const raised = oracle.status === 'threw';
  if (!raised && program.mistake !== undefined) return accepted(held);
  if (isAnswer(actual) && same(oracle, actual, kinds)) return { status: 'agrees', raised };
  const expected = caseOf(program, oracleExpectation(oracle, program.ops));
  const missing = lackedBy(sides.tested, expected);
  if (missing !== undefined) return skipped(missing);
  const told = raised || actual.status === 'threw' ? ending(actual) : actual;
  const verdict = judge(expected, told, kinds ? { errors: 'exact' } : {});
  if (verdict.verdict === 'pass' || verdict.verdict === 'convention') return { status: 'agrees', raised };
  if (verdict.verdict === 'unsupported') return skipped(verdict.message ?? 'unsupported');
  return { ...held, expected, verdict, restated: program, open: verdict.mismatches ?? [], waived: [] };
};
