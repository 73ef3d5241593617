/** What PyTorch refuses, or does not, otherwise than the pages say. */

import { beside, type Corner, type Refusal, type Sight } from '../../../fuzz/excuse/corner.ts';
import { tensor, witness } from '../../../fuzz/excuse/witness.ts';
import type { Literal } from '../../../values/case.ts';

const shapeOf = (name: Literal | undefined, { oracle, program }: Sight): readonly number[] | undefined => {
  if (typeof name !== 'string') return undefined;
  const seen = oracle[name];
  return seen?.kind === 'tensor' ? seen.shape : program.inputs[name]?.shape;
};

/** How PyTorch and the other side fared at a step of the corner's op. */
const atOwn = ({
  parting,
  own,
  pytorch,
}: Sight): { theirs: Refusal | undefined; ours: Refusal | undefined } | undefined =>
  parting !== undefined && own.includes(parting.step)
    ? { theirs: parting[pytorch!], ours: parting[beside(pytorch)] }
    : undefined;

export const refusals: readonly Corner[] = [
  {
    id: 'cumsum-fills-0-d',
    ops: ['cumsum'],
    pytorch: '<=1.13.1',
    witness: witness({ x: tensor(300) }, { op: 'cumsum', in: ['x'], with: { dim: 0, dtype: 'int8' }, out: 'y' }),
    holds: (_, sight) => {
      const at = atOwn(sight);
      const operand = sight.parting?.step.in?.[0];
      return at?.theirs?.kind === 'invalid_argument' && at.ours === undefined && shapeOf(operand, sight)?.length === 0;
    },
    because:
      'PyTorch 1.13 fills a 0-d cumsum with its number, and so refuses one that the dtype cannot hold only there',
  },
  {
    id: 'empty-product-takes-any-dtype',
    ops: ['linear', 'matmul', 'mm', 'mv'],
    pytorch: '<=2.6.0',
    witness: witness({ x: tensor([[]]), w: tensor([], 'float64') }, { op: 'mv', in: ['x', 'w'], out: 'y' }),
    holds: (_, sight) => {
      const at = atOwn(sight);
      const refused = at?.ours?.kind === 'dtype_mismatch' && at.theirs === undefined;
      return refused && (sight.parting!.step.in ?? []).some((one) => shapeOf(one, sight)?.includes(0));
    },
    because:
      'PyTorch looks at no dtypes where there is nothing to multiply: until 1.13 in all products, until 2.6 in mv',
  },
  {
    id: 'nll-loss-of-one-row-counts-targets',
    ops: ['nll_loss'],
    pytorch: '<=2.6.0',
    witness: witness({ x: tensor([1, 2]), t: tensor([0, 1], 'int64') }, { op: 'nll_loss', in: ['x', 't'], out: 'y' }),
    holds: (_, sight) => {
      const at = atOwn(sight);
      const takes = at?.theirs === undefined || at.theirs.kind === 'index_out_of_range';
      return at?.ours?.kind === 'shape_mismatch' && takes && shapeOf(sight.parting!.step.in?.[0], sight)?.length === 1;
    },
    because: 'PyTorch takes the first of as many targets as there are classes where nll_loss is given a single row',
  },
];
