import type { Tensor } from '../../autograd/tensor.ts';
import { type InFormat, isIn } from '../../memory/memory-format.ts';
import { raise } from '../../numbers/errors.ts';
import { clone } from '../shape/clone.ts';

/**
 * The tensor itself if its elements lie in row-major order, or the order of `memory_format`, else such a copy.
 *
 *     out[i] = self[i]
 *
 * Raises invalid_argument (an order that does not fit, or none).
 * Source: torch.Tensor.contiguous.
 */
export function contiguous(self: Tensor, { memory_format: format = 'contiguous_format' }: InFormat = {}): Tensor {
  if (isIn(format, self.strided)) return self;
  if (format === 'preserve_format') raise('invalid_argument', 'contiguous: preserve_format is no order to bring it to');
  return clone(self, { memory_format: format });
}
