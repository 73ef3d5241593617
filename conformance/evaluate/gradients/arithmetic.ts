import type { TensorData } from '../../adapter/contract.ts';
import type { Dtype } from '../../values/case.ts';
import { isFloat } from '../../values/dtypes.ts';
import { round } from '../../values/round.ts';
import { Breach } from '../failure.ts';
import type { Tensor } from '../library.ts';
import { read } from '../read.ts';
import type { Run } from '../run.ts';
import type { Task } from '../task.ts';
import type { Node } from '../values.ts';

/** Elementwise arithmetic that the evaluator does on the host, rounding to the tensors' dtype after every operation. */
export type Formula = (operands: readonly number[], round: (value: number) => number) => number;

export function* compute(run: Run, nodes: readonly Node[], formula: Formula): Task<Tensor> {
  const operands: TensorData[] = [];
  for (const node of nodes) operands.push(yield* read(run.library, node));
  const { dtype, shape } = operands[0]!;
  if (operands.some((other) => other.data.length !== operands[0]!.data.length)) {
    throw new Breach(`a gradient has shape [${operands[1]!.shape}], its tensor [${shape}]`);
  }
  const rounded = rounding(dtype);
  const data = Array.from(operands[0]!.data, (_, i) =>
    formula(
      operands.map((tensor) => Number(tensor.data[i])),
      rounded,
    ),
  );
  return run.library.adapter.tensor({ dtype, shape, data });
}

const rounding = (dtype: Dtype): ((value: number) => number) => {
  if (dtype === 'float32') return Math.fround;
  return isFloat(dtype) ? (value) => round(value, dtype) : (value) => value;
};
