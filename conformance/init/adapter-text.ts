/** How a library differentiates: a function of a function, a property of tensors as PyTorch does, or not at all. */
export type AutogradForm = 'functional' | 'tape' | 'none';
export const autogradForms: readonly AutogradForm[] = ['functional', 'tape', 'none'];

const autograd: Readonly<Record<AutogradForm, string>> = {
  functional: `
  // TODO 5: one gradient per input of \`f\`. \`cotangent\` is undefined if the case gives none: pass that on.
  autograd: {
    kind: 'functional',
    vjp: () => unsupported('autograd'), // (f, inputs, cotangent) => lib.vjp(f, inputs, cotangent),
  },
`,
  tape: `
  // TODO 5: gradients as a property of tensors.
  autograd: {
    kind: 'tape',
    requiresGrad: () => unsupported('autograd'), // (t, on) => t.requiresGrad(on),
    backward: () => unsupported('autograd'), // (t, gradient, { retain_graph }) => t.backward(gradient, retain_graph),
    grad: () => unsupported('autograd'), // (t) => t.grad,
    detach: () => unsupported('autograd'), // (t) => t.detach(),
    noGrad: (run) => run(), // (run) => lib.noGrad(run),
    zeroGrad: () => unsupported('autograd'), // (t) => t.zeroGrad(),
  },
`,
  none: '',
};

/**
 * An adapter of at most 40 lines for a person to complete. It compiles and runs as it is, with plain data in the place of
 * the library's tensors.
 */
export const adapterText = (library: string, form: AutogradForm): string =>
  `import { defineAdapter, type TensorData${form === 'none' ? '' : ', unsupported'} } from 'tensor-conformance';

// TODO 1: import the library and take its tensor. Until then plain data stands in, so that this compiles and runs.
// import * as lib from '${library}';
type Tensor = TensorData; // lib.Tensor

export default defineAdapter<Tensor>({
  name: '${library}',
  // TODO 2: the dtypes that the library has. PyTorch's integers are int64: another may stand in, and is reported as such,
  // be it int32 or, where the library has floats alone, float32 (int64: 'float32').
  dtypes: { float32: true, int32: true, bool: true, int64: 'int32' },
  mutation: 'none', // 'in-place' if tensors can be written to

  // TODO 3: a new tensor from flat, row-major elements (bigint for int64, boolean for bool). Copy them.
  tensor: ({ dtype, shape, data }) => ({ dtype, shape, data: Array.from(data) }),
  // The same back, as often as it is asked. May be async.
  read: (t) => ({ dtype: t.dtype, shape: t.shape, data: t.data }),

  // TODO 4: the library's ops under PyTorch's names, which your editor completes. What is missing is reported as
  // unsupported, and so is an option that an entry does not read.
  ops: {
    shape: (x) => x.shape,
    clone: (x) => ({ ...x, data: Array.from(x.data) }),
    // add: (a, b) => lib.add(a, b),
    // sum: (x, { dim, keepdim }) => lib.sum(x, dim, keepdim),
  },
${autograd[form]}});
`;
