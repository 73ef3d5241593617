import { requestOf } from '../../run/request.ts';
import type { Outcome } from '../../values/observation.ts';
import { lackedBy } from './lacked.ts';
import { type Asked, type Compared, skipped } from './stage.ts';

/** What the tested side gives. It ends where that side lacks what the program needs. */
export const actual = async ({
  sides: { tested },
  case: asked,
}: Asked): Promise<Compared | { readonly actual: Outcome }> => {
  const lacks = lackedBy(tested, asked);
  if (lacks !== undefined) return skipped(lacks);
  const answer = await tested.run(requestOf(asked));
  if (answer.status !== 'unsupported') return { actual: answer };
  return { ...skipped(answer.what), ...(answer.options && { options: answer.options }) };
};
