import type { Tensor } from '../../autograd/tensor.ts';
import { checkDevice } from '../../numbers/device.ts';
import type { Dtype } from '../../numbers/dtype.ts';
import { raise } from '../../numbers/errors.ts';
import { globalGenerator } from '../../numbers/generator.ts';
import { arange } from '../creation/arange.ts';
import type { RandomOptions } from './drawn.ts';

/**
 * 0, …, n - 1 in random order: (n), int64 unless `dtype` says another.
 *
 *     for i = 0, …, n - 2:  out[i] ↔ out[i + w mod (n - i)],  w a random word
 *
 * That is Fisher and Yates's shuffle, drawing from the stream as PyTorch does on a CPU. Raises invalid_argument (an n
 * that is no integer from 0 on), unsupported_dtype (integers that require grad).
 * Source: torch.randperm.
 */
export function randperm(n: number, options: RandomOptions = {}): Tensor {
  const { dtype = 'int64' as Dtype, generator = globalGenerator, requires_grad = false } = options;
  checkDevice(options);
  if (!Number.isInteger(n) || n < 0)
    raise('invalid_argument', `randperm: n must be an integer of at least 0, not ${n}`);
  const out = arange(0, n, 1, { dtype, requires_grad });
  const { buffer } = out.strided.storage;
  for (let i = 0; i < n - 1; i++) {
    const other = i + (generator.word() % (n - i));
    const kept = buffer[i]!;
    buffer[i] = buffer[other]!;
    buffer[other] = kept;
  }
  return out;
}
