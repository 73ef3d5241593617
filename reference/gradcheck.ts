/** Gradients by finite differences, to check the written ones against. */
import { grad, no_grad } from './autograd/autograd.ts';
import { Tensor } from './autograd/tensor.ts';
import { Storage, View } from './memory/view.ts';
import { raise } from './numbers/errors.ts';

const STEP = 1e-6;

/** The tensor with its k-th element (row-major; it is contiguous) moved by `by`. */
function nudged(t: Tensor, k: number, by: number): Tensor {
  const buffer = t.strided.numbers.slice(t.strided.offset, t.strided.offset + t.numel());
  buffer[k]! += by;
  return new Tensor(new View(new Storage(t.dtype, buffer), t.shape, t.strided.strides, 0));
}

/**
 * The largest |written − numeric| over all elements of all inputs, where `f` is summed to a number. Inputs are contiguous
 * float64 leaves. Source of the idea: torch.autograd.gradcheck.
 */
export function gradcheck(f: (...inputs: Tensor[]) => Tensor, inputs: readonly Tensor[]): number {
  if (inputs.some((t) => t.dtype !== 'float64' || !t.is_contiguous())) {
    raise('invalid_argument', 'gradcheck: inputs must be contiguous and float64');
  }
  const at = (...xs: Tensor[]): number =>
    no_grad(() =>
      Number(
        f(...xs)
          .sum()
          .item(),
      ),
    );
  const written = grad(f(...inputs).sum(), inputs);
  let worst = 0;
  inputs.forEach((input, i) => {
    const found = written[i]!.contiguous().strided;
    for (let k = 0; k < input.numel(); k++) {
      const moved = (by: number): Tensor[] => inputs.map((t, j) => (i === j ? nudged(t, k, by) : t));
      const numeric = (at(...moved(STEP)) - at(...moved(-STEP))) / (2 * STEP);
      worst = Math.max(worst, Math.abs(numeric - found.numbers[found.offset + k]!));
    }
  });
  return worst;
}
