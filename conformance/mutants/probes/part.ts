/** A sample with other tensors in the place of its own. */
import type { Dtype } from '../../values/case.ts';
import type { Part, Sample } from './samples.ts';

export type Values = (number | bigint)[];

export const withParts = (sample: Sample, change: (part: Part, i: number) => Part): Sample => {
  let i = 0;
  return { args: sample.args, parts: new Map([...sample.parts].map(([marker, part]) => [marker, change(part, i++)])) };
};

export const withElements = (
  part: Part,
  shape: readonly number[],
  data: Values,
  dtype: Dtype = part.elements.dtype,
): Part => ({
  ...part,
  elements: { dtype, shape, data },
});
