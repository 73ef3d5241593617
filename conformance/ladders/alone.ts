/** Gradients of one operand at a time: the others ask for none. */
import type { Call } from './call.ts';
import { COTANGENT, leavesOf, like, recorded, shapeOfResult } from './drafts.ts';
import type { Ladder } from './ladder.ts';
import { leafName, Program } from './program.ts';
import { type Rung, rung } from './rung.ts';

/** The call that stands for an op of several operands that have gradients. */
const callOf = ({ second = {}, ranks = [] }: Ladder): Call | undefined =>
  [second, ...ranks.map(({ calls }) => calls)]
    .flatMap((calls) => Object.values(recorded(calls)))
    .find((call) => leavesOf(call).length > 1);

export function aloneOf(ladder: Ladder, op: string): readonly Rung[] {
  const call = callOf(ladder);
  if (call === undefined) return [];
  const program = new Program();
  for (const one of leavesOf(call)) {
    const suffix = `_${one.name}`;
    const { whole } = program.call(call, suffix, [one]);
    program.step('backward', [whole, program.give(`c${suffix}`, like(COTANGENT, shapeOfResult(call)))]);
    program.observe(call, [`${leafName(one, suffix)}.grad`]);
  }
  const says = `the gradient of \`${op}\` is right for an operand that alone asks for one`;
  return [rung(op, 'C1', 'gradient', 'alone', says, program)];
}
