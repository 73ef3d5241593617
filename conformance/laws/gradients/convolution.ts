import fc from 'fast-check';
import { volume } from '../../arbitraries/shape.ts';
import type { Literal } from '../../values/case.ts';
import type { Law } from '../law.ts';
import { againstDifferences } from './differences.ts';
import { drawn, given, some } from './operands.ts';
import type { Precision } from './precision.ts';
import { one, type Program } from './program.ts';

const small = fc.integer({ min: 1, max: 2 });
const pair = fc.tuple(small, small);

/** Strides, padding, dilation and groups, with and without a batch or a bias. */
export const convolution: Law = againstDifferences(
  {
    id: 'gradients/convolution',
    title: 'the gradients of conv2d are its numeric derivatives, for input, weight and bias',
    clauses: ['conv2d.C7', 'conv2d.C11'],
  },
  (precision) =>
    fc
      .record({
        batch: some(small),
        channels: pair,
        size: fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })),
        kernel: pair,
        grouped: fc.boolean(),
        biased: fc.boolean(),
        stride: some(fc.oneof(small, pair)),
        padding: some(
          fc.oneof(fc.nat({ max: 1 }), fc.tuple(fc.nat({ max: 1 }), fc.nat({ max: 1 })), fc.constant('same' as const)),
        ),
        dilation: some(fc.oneof(small, pair)),
      })
      .chain((layout) => program(precision, layout))
      .filter((p) => p !== undefined),
);

interface Layout {
  readonly batch: number | undefined;
  readonly channels: readonly [number, number];
  readonly size: readonly [number, number];
  readonly kernel: readonly [number, number];
  readonly grouped: boolean;
  readonly biased: boolean;
  readonly stride: Both;
  readonly padding: Both | 'same';
  readonly dilation: Both;
}
type Both = number | readonly number[] | undefined;

const along = (both: Both, axis: 0 | 1, otherwise: number): number =>
  (typeof both === 'number' ? both : both?.[axis]) ?? otherwise;

function program(precision: Precision, layout: Layout): fc.Arbitrary<Program | undefined> {
  const { batch, channels, size, kernel, grouped, biased, padding, dilation } = layout;
  // What keeps the size goes with no stride.
  const stride = padding === 'same' ? undefined : layout.stride;
  const [inside, outside] = grouped ? [2, 2] : channels;
  const groups = grouped ? 2 : 1;
  const front = batch === undefined ? [] : [batch];
  const [h, w] = ([0, 1] as const).map((k) => {
    if (padding === 'same') return size[k];
    const free = size[k] + 2 * along(padding, k, 0) - along(dilation, k, 1) * (kernel[k] - 1) - 1;
    return Math.floor(free / along(stride, k, 1)) + 1;
  });
  const image = [...front, inside, ...size];
  const weights = [outside, inside / groups, ...kernel];
  if (h! < 1 || w! < 1 || volume(image) > 6 || volume(weights) > 4) return fc.constant(undefined);
  return fc
    .tuple(drawn(precision, image), drawn(precision, weights), drawn(precision, [outside]))
    .map(([x, weight, bias]) =>
      one({
        op: 'conv2d',
        inputs: biased ? { x, w: weight, b: bias } : { x, w: weight },
        with: given<Literal>({ stride, padding, dilation, groups: grouped ? 2 : undefined }),
        shape: [...front, outside, h!, w!],
      }),
    );
}
