import type { Adapted } from '../../adapter/contract.ts';

const number = "makes a 0-d tensor of a number, in the other operand's dtype: the function takes tensors alone";
const product = 'calls dot of tensors, and matmul of what records, which has no dot';

export const adapted: Adapted = {
  add: 'calls addScalar for a number; beside what records, makes a tensor of it',
  mul: 'calls mulScalar for a number; beside what records, makes a tensor of it',
  sub: number,
  div: number,
  pow: number,
  maximum: number,
  minimum: number,
  eq: number,
  ne: number,
  lt: number,
  le: number,
  gt: number,
  ge: number,
  where: number,
  norm: 'flattens first where no axis is given, and names two axes’ norm fro: norm of a matrix is a norm of matrices',
  max: 'leaves the places of the largest out, which the library does not give',
  min: 'leaves the places of the smallest out, which the library does not give',
  transpose: 'swaps two entries of an order of axes for what records, which has no swapaxes',
  matmul: product,
  dot: product,
  mv: product,
  mm: product,
  getitem: 'turns the index into the arguments of slice, fancyIndex, gather or booleanIndex',
  randperm: 'converts to the dtype asked for',
  zero_: 'calls the initialisation zeros_',
  fill_: 'calls the initialisation constant_',
};
