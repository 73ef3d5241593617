/** The actual answer, judged by what the oracle says. */
import { judge } from '../../judge/index.ts';
import type { Observation, Outcome } from '../../values/observation.ts';
import { caseOf } from '../draw/program.ts';
import type { Answered, Compared, Differing } from './held.ts';
import { skipped } from './held.ts';
import { lackedBy } from './lacked.ts';
import { type Ended, expectedFrom, isEnded } from './oracle.ts';
import { sameObservation } from './same-observation.ts';

/** Whether both ended alike to the last bit. */
export const same = (a: Ended, b: Ended, kinds: boolean): boolean => {
  if (a.status !== b.status) return false;
  if (a.status === 'threw' && b.status === 'threw') return a.op.join() === b.op.join() && (a.kind === b.kind || !kinds);
  const [seen, other] = [a.values ?? {}, b.values ?? {}] as Readonly<Record<string, Observation>>[];
  return Object.keys(seen!).every((name) => name in other! && sameObservation(seen![name]!, other![name]!));
};

/** How it ended, without what names held when it raised: then the error is what is judged. */
const ending = (got: Outcome): Outcome => (isEnded(got) ? { ...got, values: {} } : got);

/** Nobody refused what the spec says has to be refused. */
const accepted = ({ program, got }: Answered): Compared => {
  const one = caseOf(program, { names: {}, error: program.mistake! });
  const verdict = judge(one, ending(got), {});
  return verdict.verdict === 'pass'
    ? { status: 'agrees', raised: true }
    : { status: 'differs', program, case: one, verdict };
};

/** It ends where both sides agree, or nothing can be judged. */
export const judged = (held: Answered): Compared | Differing => {
  const { program, sides, got, said, kinds } = held;
  const raised = said.status === 'threw';
  if (!raised && program.mistake !== undefined) return accepted(held);
  if (isEnded(got) && same(said, got, kinds)) return { status: 'agrees', raised };
  const expected = caseOf(program, expectedFrom(said, program.ops));
  const missing = lackedBy(sides.tested, expected);
  if (missing !== undefined) return skipped(missing);
  const told = raised || got.status === 'threw' ? ending(got) : got;
  const verdict = judge(expected, told, kinds ? { errors: 'exact' } : {});
  if (verdict.verdict === 'pass' || verdict.verdict === 'convention') return { status: 'agrees', raised };
  if (verdict.verdict === 'unsupported') return skipped(verdict.message ?? 'unsupported');
  return { ...held, expected, verdict, spoken: program, open: verdict.mismatches ?? [], waived: [] };
};
