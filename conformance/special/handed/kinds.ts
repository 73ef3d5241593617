/** How special values meet in an op: each by itself, two at a time, in rows, or as factors of a sum. */
import { binary, classifies, comparesToTarget, goesAlong } from '../../pages/families.ts';
import type { Page } from '../../pages/page.ts';
import { isMoved } from '../own/moving.ts';
import { PRODUCTS } from '../own/products.ts';
import { computes } from '../unary.ts';

export type Kind = 'each' | 'pairs' | 'rows' | 'factors';

export function kindOf(page: Page): Kind | undefined {
  if (page.name in PRODUCTS) return 'factors';
  if (goesAlong(page) || classifies(page)) return 'rows';
  if (binary(page) || comparesToTarget(page) || ['where', 'equal', 'prelu'].includes(page.name)) return 'pairs';
  return computes(page) || page.name === 'to' || isMoved(page.name) ? 'each' : undefined;
}

/** Which of its operands meet: those that hold elements. */
export const meeting = ({ name }: Page): readonly [number, number] => (name === 'where' ? [1, 2] : [0, 1]);

const LOOKS_AT_NONE = 'it looks at no element';
const MAKES = 'it is handed no tensor: it makes one';
const OBJECT = 'what it does with elements, the ops do that it consists of';

/** The other ops, each with the reason why no special value is asked of it. */
export const NOT_ASKED: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ['device', 'dtype', 'is_contiguous', 'is_leaf', 'layout', 'len', 'ndim', 'numel', 'requires_grad'].map((op) => [
      op,
      LOOKS_AT_NONE,
    ]),
  ),
  ...Object.fromEntries(
    ['requires_grad_', 'retain_grad', 'shape', 'stride', 'zero_grad', 'list', 'tuple', 'record', 'parameters'].map(
      (op) => [op, LOOKS_AT_NONE],
    ),
  ),
  ...Object.fromEntries(
    ['linalg.cholesky', 'linalg.det', 'linalg.inv', 'linalg.solve'].map((op) => [
      op,
      'of a matrix every element depends on every other: its cases hold them on the diagonal',
    ]),
  ),
  'linalg.cross': 'it is a difference of products: its cases hold them beside each other',
  ...Object.fromEntries(
    ['Generator', 'arange', 'full', 'manual_seed', 'ones', 'rand', 'randn', 'randperm', 'tensor', 'zeros'].map((op) => [
      op,
      MAKES,
    ]),
  ),
  ...Object.fromEntries(
    [
      ...[
        'nn.BCELoss',
        'nn.BCEWithLogitsLoss',
        'nn.Conv2d',
        'nn.CrossEntropyLoss',
        'nn.HuberLoss',
        'nn.KLDivLoss',
        'nn.L1Loss',
        'nn.Linear',
        'nn.MSELoss',
        'nn.NLLLoss',
        'nn.PReLU',
      ],
      ...['nn.ReLU', 'nn.Sequential', 'nn.Sigmoid', 'nn.SmoothL1Loss', 'call', 'load_state_dict', 'step'],
      ...['optim.Adagrad', 'optim.Adam', 'optim.AdamW', 'optim.RMSprop', 'optim.SGD'],
      ...['data.DataLoader', 'data.TensorDataset', 'next'],
    ].map((op) => [op, OBJECT]),
  ),
  'autograd.grad': 'what comes back to an op is asked of the op',
  backward: 'what comes back to an op is asked of the op',
  glu: 'its cases hold gates of infinities and of NaN',
  topk: 'which of two zeros is given is open, and its cases hold the others',
  searchsorted: 'its cases hold them, in a sequence and as values',
  isin: 'its cases hold them on either side',
  threshold: 'its cases hold them beside its two numbers',
  outer: 'it is a product of each pair, as mul gives it',
  tensordot: 'it is a product of matrices, as mm gives it',
  trace: 'its cases hold them on the diagonal and beside it',
  indices: 'of a sparse tensor, which to_sparse makes',
  normal: 'it draws, and an infinite deviation is no distribution',
  normal_: 'it draws, and an infinite deviation is no distribution',
  random_: 'it draws, and overwrites what there was',
  uniform_: 'it draws, and overwrites what there was',
  values: 'of a sparse tensor, which to_sparse makes',
};
