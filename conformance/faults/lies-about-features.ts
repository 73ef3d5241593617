/** Declares float64, PyTorch's random numbers, its printing and its kinds of errors, and has none of them. */

import { torch } from '../../reference/index.ts';
import reference from '../adapters/reference/index.ts';
import { type Fake, faulty, withOps } from './every-op.ts';

const adapter: Fake = faulty('lies-about-features', {
  tensor: ({ dtype, ...data }) => reference.tensor({ ...data, dtype: dtype === 'float64' ? 'float32' : dtype }),
  print: (x) => String(x.tolist()),
  classifyError: () => 'invalid_argument',
  ops: withOps({ rand: ((o: { readonly size: number[] }) => torch.full(o.size, 0.5)) as never }),
});
export default adapter;
