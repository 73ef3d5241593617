/** What the mutants of the reference are made with, all of it reached through its adapter. */
import adapter from '../adapters/reference/index.ts';
import { Breach } from '../evaluate/failure.ts';
import type { Dtype } from '../values/case.ts';
import type { Tools } from './mutation.ts';

const { ops, read, autograd } = adapter;
if (autograd?.kind !== 'tape') throw new Breach('the mutants of the reference need its tape');
const box = ops as unknown as Tools['ops'];

/** The tools of the reference. */
export const tools: Tools = {
  ops: box,
  isTensor: (value) => typeof value === 'object' && value !== null && 'requires_grad' in value && 'strided' in value,
  dtype: (t) => box.dtype!(t, {}) as Dtype,
  shape: (t) => box.shape!(t, {}) as readonly number[],
  values: (t) => Array.from((read(t as never) as { data: ArrayLike<number> }).data),
  requiresGrad: (t) => box.requires_grad!(t, {}) as boolean,
  detach: (t) => autograd.detach(t as never),
  withoutGraph: (run) => autograd.noGrad(run),
};
