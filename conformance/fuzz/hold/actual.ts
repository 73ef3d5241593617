import { requestOf } from '../../run/request.ts';
import type { Outcome } from '../../values/observation.ts';
import { type Asked, type Compared, skipped } from './held.ts';
import { lackedBy } from './lacked.ts';

/** What the tested side gives. It ends where that side lacks what the program needs. */
export const actual = async ({
  sides: { tested },
  case: asked,
}: Asked): Promise<Compared | { readonly got: Outcome }> => {
  const lacks = lackedBy(tested, asked);
  if (lacks !== undefined) return skipped(lacks);
  const got = await tested.run(requestOf(asked));
  if (got.status !== 'unsupported') return { got };
  return { ...skipped(got.what), ...(got.options && { options: got.options }) };
};
