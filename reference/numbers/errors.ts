/** The closed set of ways in which an op can refuse, named after what PyTorch's message is about. */
export type ErrorKind =
  | 'shape_mismatch'
  | 'dtype_mismatch'
  | 'index_out_of_range'
  | 'invalid_argument'
  | 'unsupported_dtype'
  | 'non_scalar_backward'
  | 'graph_freed'
  | 'leaf_inplace'
  | 'saved_tensor_modified'
  | 'no_grad_graph';

/** The only error that this implementation throws on purpose; `kind` is stable, the message is for people. */
export class TensorError extends Error {
  /** What is wrong: stable, unlike the message. */
  readonly kind: ErrorKind;

  constructor(kind: ErrorKind, message: string) {
    super(message);
    this.name = 'TensorError';
    this.kind = kind;
  }
}

/** Raises a TensorError; an expression, so that it can stand after `??`. */
export const raise = (kind: ErrorKind, message: string): never => {
  throw new TensorError(kind, message);
};
