import type { Tensor } from '../../../reference/index.ts';
import type { Ops } from '../../adapter/ops.gen.ts';
import { byHand } from './by-hand.ts';
import { plain } from './ops.gen.ts';

/** Every op of the spec: the reference's plain call, or what stands by hand. */
export const ops: Ops<Tensor> = { ...plain, ...byHand };
