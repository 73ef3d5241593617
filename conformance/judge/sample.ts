import type { Case, Dtype, Expectation, Literal, OpStep, TensorValue } from '../values/case.ts';
import type { Observation } from '../values/observation.ts';

/** A case for tests: `expected` may be given as names alone. */
export const caseOf = (given: Partial<Case> & { names?: Readonly<Record<string, Expectation>> }): Case => {
  const { names, ...rest } = given;
  return {
    id: 'ops/sample/case',
    title: { en: 'a sample' },
    rules: [],
    source: 'spec',
    inputs: { x: input('float32', [2], [1, 2]) },
    ops: [],
    expected: { names: names ?? {} },
    conventions: [],
    earlier: [],
    file: 'sample.json',
    ...rest,
  };
};

export const input = (dtype: Dtype, shape: number[], data: TensorValue['data']): TensorValue => ({
  dtype,
  shape,
  data,
});

export const op = (name: string, operands: Literal[], out?: OpStep['out'], options?: OpStep['with']): OpStep => ({
  op: name,
  in: operands,
  ...(options === undefined ? {} : { with: options }),
  ...(out === undefined ? {} : { out }),
});

export const seen = (dtype: Dtype, shape: number[], ...data: (number | bigint | boolean)[]): Observation => ({
  kind: 'tensor',
  dtype,
  shape,
  data,
});
