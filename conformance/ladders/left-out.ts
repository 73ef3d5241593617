/** Ops without a ladder, and why. */

import type { Page } from '../pages/page.ts';
import { pages } from '../pages/pages.gen.ts';

const stream = 'what it draws follows from a generator: how that is distributed is asked of many numbers at once';
const object = 'it makes an object; what that does with tensors its functional form is asked';
const engine = 'it has no elements of its own: every ladder of a gradient goes through it';
const host = 'it says what no number of elements changes';

export const LEFT_OUT: Readonly<Record<string, string>> = {
  Generator: stream,
  manual_seed: stream,
  rand: stream,
  randn: stream,
  randperm: stream,
  backward: engine,
  'autograd.grad': engine,
  retain_grad: engine,
  requires_grad_: engine,
  requires_grad: host,
  is_leaf: host,
  call: object,
  parameters: object,
  load_state_dict: object,
  'optim.Adagrad': object,
  'optim.Adam': object,
  'optim.AdamW': object,
  'optim.RMSprop': object,
  'optim.SGD': object,
  step: object,
  zero_grad: object,
  'data.DataLoader': object,
  'data.TensorDataset': object,
  next: object,
  list: host,
  tuple: host,
  record: host,
  'linalg.cholesky':
    'few numbers that repeat make no positive-definite matrices of many sizes: laws and its own cases ask of them',
  to_sparse: 'a sparse tensor is seen through `indices`, `values` and `to_dense`',
};

/** The pages of the ops that have a ladder. */
export const laddered = (): readonly Page[] => Object.values(pages).filter(({ name }) => !(name in LEFT_OUT));
