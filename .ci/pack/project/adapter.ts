/** A library's own adapter, as its author would write it: typed, and with a library of plain arrays. */
import { defineAdapter, type TensorData, unsupported } from 'tensor-conformance';

class Vector {
  readonly shape: readonly number[];
  readonly values: readonly number[];
  readonly bool: boolean;
  constructor(shape: readonly number[], values: readonly number[], bool = false) {
    this.shape = shape;
    this.values = values;
    this.bool = bool;
  }
  map(f: (value: number) => number): Vector {
    return new Vector(this.shape, this.values.map(f));
  }
}

export default defineAdapter<Vector>({
  name: 'vectors',
  version: '1.0.0',
  dtypes: { float32: true, bool: true },
  mutation: 'none',
  tensor: ({ dtype, shape, data }) => new Vector(shape, Array.from(data, Number), dtype === 'bool'),
  read: async (t): Promise<TensorData> => ({ dtype: t.bool ? 'bool' : 'float32', shape: t.shape, data: t.values }),
  ops: {
    neg: (x) => (x.bool ? unsupported('neg of bool') : x.map((value) => -value)),
    // Wrong on purpose: a run of it must fail.
    abs: (x) => x.map((value) => value),
    shape: (x) => x.shape,
  },
});
