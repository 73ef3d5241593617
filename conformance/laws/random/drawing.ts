/** A few draws of all kinds, in any order. */
import fc from 'fast-check';
import type { Dtype, Literal, OpStep } from '../../values/case.ts';

const size = fc.constantFrom<number[][]>([1], [3], [5], [17], [4, 5]);
const ops = fc.constantFrom('rand', 'randn', 'normal', 'uniform_', 'normal_', 'randperm');

export interface Drawing {
  readonly op: string;
  readonly size: readonly number[];
  readonly dtype: Dtype;
}

export const drawing = (floats: readonly Dtype[]): fc.Arbitrary<Drawing> =>
  fc.record({ op: ops, size, dtype: fc.constantFrom(...floats) });

/** The draw as steps that bind `out`, from a generator if there is one. */
export const steps = ({ op, size, dtype }: Drawing, out: string, from?: string): readonly OpStep[] => {
  const generator: Record<string, Literal> = from === undefined ? {} : { generator: { ref: from } };
  switch (op) {
    case 'rand':
    case 'randn':
      return [{ op, with: { size: [...size], dtype, ...generator }, out }];
    case 'normal':
      return [{ op, in: [{ float: 1 }, { float: 2 }], with: { size: [...size], ...generator }, out }];
    case 'randperm':
      return [{ op, with: { n: size[0]!, ...generator }, out }];
    default:
      return [
        { op: 'zeros', with: { size: [...size], dtype }, out },
        Object.keys(generator).length === 0 ? { op, in: [out] } : { op, in: [out], with: generator },
      ];
  }
};
