// Every page stands here a second time, under the name of an op that nobody knows.
import { expect, test, vi } from 'vitest';
import { pages } from '../../pages/pages.gen.ts';
import { isTwin, twin } from '../twin-sample.ts';
import { comparedPlaces, placesOf } from './sample.ts';

vi.mock(import('../../pages/pages.gen.ts'), async (original) => {
  const { withTwins } = await import('../twin-sample.ts');
  return { pages: withTwins((await original()).pages) };
});

/** Why the page of an op is not enough to draw a program that is differentiated. */
const ownPrograms: Readonly<Record<string, string>> = {
  addmm: 'the sizes of its operands depend on each other',
  baddbmm: 'the sizes of its operands depend on each other',
  bmm: 'the sizes of its operands depend on each other',
  inner: 'the sizes of its operands depend on each other',
  outer: 'it takes vectors',
  trace: 'it takes matrices',
  vdot: 'the sizes of its operands depend on each other',
  T: 'it takes matrices',
  broadcast_to: 'its sizes depend on those of its operand',
  cat: 'the sizes of its tensors may differ along one axis alone',
  conv2d: 'the sizes of its operands depend on each other, and on its options',
  cross_entropy: 'its target holds classes of the input',
  diag: 'it takes vectors and matrices',
  diagonal: 'its axes depend on the shape of its operand',
  dot: 'the sizes of its operands depend on each other',
  expand: 'its sizes depend on those of its operand',
  flatten: 'the shape of its result is a rule of its own',
  flip: 'its axes depend on the shape of its operand',
  getitem: 'its index depends on the shape of its operand',
  gather: 'its index depends on the shape of its operand',
  glu: 'one of its axes has two halves',
  index_add: 'its index depends on the shape of its operand',
  index_fill: 'its index depends on the shape of its operand',
  index_select: 'its index depends on the shape of its operand',
  linear: 'the sizes of its operands depend on each other',
  'linalg.cholesky': 'it takes positive-definite matrices',
  'linalg.cross': 'the sizes of its operands depend on each other',
  'linalg.det': 'it takes square matrices',
  'linalg.inv': 'it takes matrices that have an inverse',
  'linalg.solve': 'the sizes of its operands depend on each other',
  masked_select: 'its mask is of another dtype',
  matmul: 'the sizes of its operands depend on each other',
  mm: 'the sizes of its operands depend on each other',
  movedim: 'its axes depend on the shape of its operand',
  mv: 'the sizes of its operands depend on each other',
  narrow: 'its stretch depends on the shape of its operand',
  nll_loss: 'its target holds classes of the input',
  permute: 'its axes depend on the shape of its operand',
  prelu: 'its weight has one number, or one for each channel',
  ravel: 'the shape of its result is a rule of its own',
  repeat: 'how many copies it makes depends on the axes of its operand',
  repeat_interleave: 'how often each element comes depends on the shape of its operand',
  reshape: 'its sizes depend on those of its operand',
  roll: 'its axes depend on the shape of its operand',
  rot90: 'its axes depend on the shape of its operand',
  scatter: 'its index depends on the shape of its operand',
  scatter_add: 'its index depends on the shape of its operand',
  select: 'its index depends on the shape of its operand',
  setitem: 'its index depends on the shape of its operand',
  squeeze: 'the shape of its result is a rule of its own',
  stack: 'the shape of its result is a rule of its own',
  take_along_dim: 'its indices depend on the shape of its operand',
  sort: 'it has two results',
  tile: 'how many copies it makes depends on the axes of its operand',
  tensordot: 'the sizes of its operands depend on each other',
  topk: 'how many it takes depends on the shape of its operand',
  threshold: 'it has two options that it cannot do without',
  transpose: 'its axes depend on the shape of its operand',
  tril: 'it takes matrices',
  triu: 'it takes matrices',
  unflatten: 'its sizes depend on those of its operand',
  unsqueeze: 'the shape of its result is a rule of its own',
  view: 'its sizes depend on those of its operand',
  where: 'its condition is of another dtype',
};

const compared = comparedPlaces(600);
const own = Object.values(pages).filter(({ name, differentiable }) => !isTwin(name) && differentiable.length > 0);

test.each(own.map(({ name }) => name))('a page like that of %s is enough, or there is a reason why not', (name) => {
  const left = placesOf(pages[twin(name)]!).filter((place) => !compared.has(place));
  if (name in ownPrograms) expect(left).not.toEqual([]);
  else expect(left).toEqual([]);
});

test('there is no reason for an op that has no gradient', () => {
  expect(Object.keys(ownPrograms).filter((name) => !own.some((page) => page.name === name))).toEqual([]);
});
