/** Must not compile: there is no option `axes`. */
import { defineAdapter, type TensorData } from 'tensor-conformance';

export default defineAdapter<TensorData>({
  name: 'wrong',
  dtypes: { float32: true },
  mutation: 'none',
  tensor: (data) => data,
  read: (t) => t,
  ops: { sum: (x, { axes }) => (axes === undefined ? x : x) },
});
