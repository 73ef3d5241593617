import type { Mismatch, Verdict } from '../../values/verdict.ts';
import type { Difference, Differing, Stage } from './stage.ts';
import { skipped } from './stage.ts';

const nameOf = ({ name }: Mismatch): string => name.replace(/\[.*/, '');

/** The verdict, for these of its mismatches alone. */
export const about = (verdict: Verdict, mismatches: readonly Mismatch[]): Verdict => {
  const first = mismatches[0]!;
  const message = first.name === 'error' ? verdict.message : `${first.name} ${first.message}`;
  return { ...verdict, reason: first.reason, ...(message !== undefined && { message }), mismatches };
};

/** Of what differs, only that which nothing accounts for is expected: the other side's word on the rest says nothing. */
export const differing = (held: Differing): Difference => {
  const { program, expected: one, verdict, open, waived, actual, oracle } = held;
  const { mistake: _, ...plain } = program;
  const raised = {
    ...(actual.status === 'threw' && { tested: actual.op }),
    ...(oracle.status === 'threw' && { against: oracle.op }),
  };
  const difference: Difference = { status: 'differs', program: plain, case: one, verdict, raised, waived };
  const certain = new Set(open.map(nameOf));
  const all = verdict.mismatches ?? [];
  const kept = all.filter((mismatch) => certain.has(nameOf(mismatch)));
  if (kept.length === 0 || kept.length === all.length) return difference;
  const accounted = new Set(all.filter((mismatch) => !kept.includes(mismatch)).map(nameOf));
  const names = Object.entries(one.expected.names).filter(([name]) => !accounted.has(name));
  const expected = { ...one.expected, names: Object.fromEntries(names) };
  return { ...difference, case: { ...one, expected }, verdict: about(verdict, kept) };
};

/** Only the differences that are asked for are looked into. */
export const wanted: Stage = (held) => {
  const { wanted: isWanted = () => true } = held.options;
  return isWanted(differing(held)) ? held : skipped('another difference');
};
