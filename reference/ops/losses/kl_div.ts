import { apply, type Dtypes } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import type { Operand, Saved } from '../../autograd/vjp.ts';
import { type BinaryRow, binaryLoop } from '../../kernels/loop.ts';
import { type Dtype, isFloating } from '../../numbers/dtype.ts';
import { raise } from '../../numbers/errors.ts';
import { roundingOf } from '../../numbers/rounding.ts';
import { where } from '../arithmetic/where.ts';
import { full } from '../creation/full.ts';
import { promoted } from '../pointwise.ts';
import { type Elementwise, type Reduction, reducible, reductionOf } from './reduced-loss.ts';

/**
 * The divergence of Kullback and Leibler of the log-probabilities `input` from the probabilities `target`, reduced. With
 * `log_target` the target holds logarithms too.
 *
 *     out[i] = target[i]·log target[i] - target[i]·input[i], with log_target e^target[i]·(target[i] - input[i])
 *
 * Operands broadcast and promote; the result is 0-d unless the reduction is `none`. 0·log 0 is 0. Raises shape_mismatch,
 * unsupported_dtype (integers, bool), invalid_argument (no reduction).
 * Source: torch.nn.functional.kl_div.
 */
export function kl_div(input: Tensor, target: Tensor, options: KLDivOptions = {}): Tensor {
  const { reduction = 'mean', log_target = false } = options;
  const reduced = { reduction: reduction === 'batchmean' ? reduction : reductionOf({ reduction }) };
  if (!log_target) return apply(plain, [input, target], reduced);
  // PyTorch keeps the exponential and the difference, both its own: a write to an operand changes no gradient.
  return apply(logarithmic, [input.clone(), target.clone()], reduced);
}

export interface KLDivOptions {
  /** `mean` (the default), over all elements; `batchmean`, over the first axis of `input`; `sum`; or `none`. */
  readonly reduction?: Reduction | 'batchmean';
  /** The target holds logarithms. Default false. */
  readonly log_target?: boolean;
}

type Options = { readonly reduction: Reduction | 'batchmean' };

/** Dtype rule: promoted, and each floating. */
function floats(operands: readonly Operand[]): Dtypes {
  const other = (operands as readonly Tensor[]).find(({ dtype }) => !isFloating(dtype));
  if (other !== undefined) raise('unsupported_dtype', `kl_div is not implemented for ${other.dtype}`);
  const { compute, result } = promoted(operands);
  // The entropy of the target is one of its dtype, whatever the other operand's.
  return { compute: [compute as Dtype, (operands[1] as Tensor).dtype], result };
}

const divergence = (
  rowOf: (round: (x: number) => number) => BinaryRow,
  gradFn: string,
  slopes: readonly [(saved: Saved<Options>) => Tensor, (saved: Saved<Options>) => Tensor],
): Elementwise<Options> => ({
  name: 'kl_div',
  dtype: floats,
  forward: (out, [input, target]) => binaryLoop(out, input!, target!, rowOf(roundingOf(target!.dtype))),
  gradFn,
  slopes,
});

// out[i] = t·log t − t·x, where 0·log 0 is 0
const entropyRow =
  (round: (x: number) => number): BinaryRow =>
  (n, out, o, x, p, s, target, q, u) => {
    for (let i = 0; i < n; i++) {
      const t = target[q + i * u]!;
      out[o + i] = (t === 0 ? 0 : round(t * round(Math.log(t)))) - t * x[p + i * s]!;
    }
  };

const plain = reducible(
  divergence(entropyRow, 'SubBackward0', [
    (saved) => saved.input(1).neg(),
    // (log t + t / t) − x: the first is 0 where t is, the second NaN
    (saved) => {
      const t = saved.input(1);
      return where(t.eq(0), full([], 0, { dtype: t.dtype }), t.log())
        .add(t.div(t))
        .sub(saved.input(0));
    },
  ]),
);

// out[i] = eᵗ·(t − x)
const logRow =
  (round: (x: number) => number): BinaryRow =>
  (n, out, o, x, p, s, target, q, u) => {
    for (let i = 0; i < n; i++) {
      const t = target[q + i * u]!;
      out[o + i] = round(Math.exp(t)) * (t - x[p + i * s]!);
    }
  };

const logarithmic = reducible(
  divergence(logRow, 'MulBackward0', [
    (saved) => saved.input(1).exp().neg(),
    // eᵗ·(t − x) + eᵗ
    (saved) => {
      const t = saved.input(1);
      return t
        .exp()
        .mul(t.sub(saved.input(0)))
        .add(t.exp());
    },
  ]),
);
