import type { Generator } from '../../generator.ts';
import { fillIntegers } from '../../random.ts';
import type { Tensor } from '../../tensor.ts';
import { type Draw, drawInto, drawing } from './in-place.ts';

const op = drawing<Draw>('random_', 'RandomBackward2', (out, { order, from }) => fillIntegers(out, order, from));

/** self ← integers of the whole non-negative range of its dtype, in place. */
export const random_ = (self: Tensor, { generator }: { readonly generator?: Generator } = {}): Tensor =>
  drawInto(op, self, generator, {});
