import fc from 'fast-check';
import { volume } from '../../../arbitraries/shape.ts';
import { joins, rearranges, reshapes } from '../../../pages/families.ts';
import { pages } from '../../../pages/pages.gen.ts';
import { every } from '../../family.ts';
import { ofVolume } from '../factors.ts';
import { order } from '../moves.ts';
import { selection } from '../selection.ts';
import { on, one, type Uses, withOther } from './use.ts';

const alone = every(rearranges);
const joining = every(joins);
const shaping = every(reshapes, { view: 'it takes no view whose elements lie otherwise in memory' });

/** The same elements in other places. */
export const rearranged: Uses = {
  families: [alone, joining, shaping],
  draw: (dtype, of) => {
    const n = of.length;
    const dims = fc.integer({ min: -n - 1, max: n });
    const sizes = fc.oneof(ofVolume(volume(of)), fc.constant([-1]));
    const joined = withOther(dtype, of, (other) =>
      fc
        .tuple(joining.any, dims, fc.constantFrom('both', 'before', 'after'))
        .map(([op, dim, how]) =>
          one(
            op,
            (t) => [how === 'both' ? [t, t] : how === 'before' ? [t, 'other'] : ['other', t]],
            'dim' in pages[op]!.options ? { dim } : {},
            { other },
          ),
        ),
    );
    return fc.oneof(
      alone.any.map((op) => on(op)),
      fc.tuple(shaping.any, sizes).map(([op, to]) => on(op, { [pages[op]!.required![0]!]: [...to] })),
      selection(of).map(({ index }) => on('getitem', { index: [...index] })),
      dims.map((dim) => on('unsqueeze', { dim })),
      order(n).map((axes) => on('permute', { dims: axes })),
      fc.constant(on('tolist')),
      { weight: 2, arbitrary: joined },
    );
  },
};
