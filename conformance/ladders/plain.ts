/** The call that stands for an op where one is enough. */
import { type Call, tensorsOf } from './call.ts';
import type { Ladder } from './ladder.ts';

/** A small one, with axes. */
export const plain = ({ ranks = [], second = {}, layouts }: Ladder): Call | undefined => {
  const calls = [
    ...Object.values(second),
    ...Object.values(ranks[0]?.calls ?? {}),
    ...Object.values(layouts?.values ?? {}),
  ];
  return calls.find((call) => tensorsOf(call).some(({ tensor }) => tensor.shape.length > 1)) ?? calls[0];
};
