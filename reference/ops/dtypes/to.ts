import { apply, type Op } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import { copyInto } from '../../kernels/convert.ts';
import { type InFormat, isIn, type MemoryFormat, stridesIn } from '../../memory/memory-format.ts';
import { checkDevice, type OnDevice } from '../../numbers/device.ts';
import { type Dtype, isDtype } from '../../numbers/dtype.ts';
import { raise } from '../../numbers/errors.ts';
import { broadcast } from '../pointwise.ts';

/**
 * `self` in another dtype: itself if it has that already, else a converted copy. Floats become integers towards 0.
 *
 *     out[i] = self[i], cast
 *
 * The shape stays, and so does the order in memory unless `memory_format` says another. Raises invalid_argument (no
 * such dtype or device).
 * Source: torch.Tensor.to.
 */
export function to(self: Tensor, options: ToOptions = {}): Tensor {
  const { dtype = self.dtype, copy = false, memory_format: format = 'preserve_format' } = options;
  checkDevice(options);
  if (!isDtype(dtype)) raise('invalid_argument', `${String(dtype)} is no dtype`);
  if (dtype === self.dtype && !copy && liesIn(format, self)) return self;
  return apply(op, [self], { dtype, format });
}

export interface ToOptions extends OnDevice, InFormat {
  /** Default: the tensor's own. */
  readonly dtype?: Dtype;
  /** Copy also what needs no conversion. */
  readonly copy?: boolean;
}

interface Copied {
  readonly dtype: Dtype;
  readonly format: MemoryFormat;
}

// out[i] = input[i] as dtype; the gradient is cast back by the walk
const op: Op<Copied> = {
  name: 'to',
  shape: broadcast,
  dtype: ([input], { dtype }) => ({ compute: (input as Tensor).dtype, result: dtype }),
  layout: ([input], { format }) => stridesIn(format, input!),
  forward: (out, [input]) => copyInto(out, input!),
  vjp: { gradFn: 'ToCopyBackward0', rules: [(grad) => grad] },
};

// PyTorch asks which of the two orders a tensor comes closest to: all that is not channels_last is contiguous_format to it.
const liesIn = (format: MemoryFormat, self: Tensor): boolean =>
  format === 'preserve_format' || (format === 'channels_last') === isChannelsLast(self);

const isChannelsLast = (self: Tensor): boolean => !self.is_contiguous() && isIn('channels_last', self.strided);
