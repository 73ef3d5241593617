/** Gradients, as a user asks for them: checks what is asked, and starts the walk back through the graph. */

import { sameShape, shapeText } from '../memory/shape.ts';
import { raise } from '../numbers/errors.ts';
import { withGradMode } from './grad-mode.ts';
import { type Edge, edgeOf } from './graph.ts';
import { operandAndOptions } from './operand-and-options.ts';
import { Tensor } from './tensor.ts';
import { walkBack } from './walk-back.ts';

export interface BackwardOptions {
  /** Keep saved tensors, so that the graph can be walked again. Default: as `create_graph`. */
  readonly retain_graph?: boolean;
  /** Record the walk itself, so that gradients can be differentiated. */
  readonly create_graph?: boolean;
}

export interface GradOptions extends BackwardOptions {
  /** The gradient of each output; needed unless it has one element. */
  readonly grad_outputs?: Tensor | readonly (Tensor | null)[];
  /** Answer null for an input that the outputs do not depend on, instead of raising. */
  readonly allow_unused?: boolean;
  /** Answer zeros instead of that null. */
  readonly materialize_grads?: boolean;
}

/** Runs without recording. */
export const no_grad = <R>(run: () => R): R => withGradMode(false, run);
/** Runs with recording, also inside no_grad. */
export const enable_grad = <R>(run: () => R): R => withGradMode(true, run);

/** Adds d(output)/d(leaf) to the `.grad` of every leaf. Raises non_scalar_backward, no_grad_graph, shape_mismatch, graph_freed. */
export function backward(
  output: Tensor,
  gradient?: Tensor | BackwardOptions | null,
  options: BackwardOptions = {},
): void {
  const [seed, chosen] = operandAndOptions(gradient, options);
  start([output], [seed], chosen, null);
}

/** d(outputs)/d(inputs), touching no `.grad`. */
export function grad(
  outputs: Tensor | readonly Tensor[],
  inputs: Tensor | readonly Tensor[],
  options: GradOptions = {},
): (Tensor | null)[] {
  const ys = outputs instanceof Tensor ? [outputs] : outputs;
  const xs = inputs instanceof Tensor ? [inputs] : inputs;
  const lists = [ys, xs].every((list) => Array.isArray(list) && list.every((t) => t instanceof Tensor));
  if (!lists) raise('invalid_argument', 'grad: expected a tensor or a list of tensors, twice');
  if (xs.length === 0) raise('invalid_argument', 'grad needs at least one input');
  const given = options.grad_outputs;
  const seeds = given === undefined ? ys.map(() => null) : given instanceof Tensor ? [given] : given;
  if (seeds.length !== ys.length) raise('invalid_argument', `${ys.length} outputs, but ${seeds.length} grad_outputs`);
  const targets = new Map<Edge, Tensor | null>();
  for (const x of xs) {
    const edge = edgeOf(x) ?? raise('no_grad_graph', 'one of the inputs does not require grad');
    targets.set(edge, null);
  }
  const { materialize_grads = false, allow_unused = materialize_grads } = options;
  if (materialize_grads && !allow_unused) raise('invalid_argument', 'materialize_grads allows unused inputs');
  start(ys, seeds, options, targets);
  return xs.map((x) => {
    const found = targets.get(edgeOf(x)) ?? null;
    if (found === null && !allow_unused) {
      raise('no_grad_graph', 'an input was not used in the graph; set allow_unused to get null for it');
    }
    return found === null && materialize_grads ? no_grad(() => x.zeros_like()) : found;
  });
}

function start(
  outputs: readonly Tensor[],
  given: readonly (Tensor | null)[],
  { create_graph: create = false, retain_graph: retain = create }: BackwardOptions,
  targets: Map<Edge, Tensor | null> | null,
): void {
  const seeds = outputs.map((output, i) => seedOf(output, given[i]!));
  withGradMode(create, () => walkBack(outputs.map(edgeOf), seeds, { create, retain, targets }));
}

/** The gradient at which the walk starts: the given one, or 1 for a tensor of one element. */
function seedOf(output: Tensor, given: Tensor | null): Tensor {
  if (edgeOf(output) === null) raise('no_grad_graph', 'this tensor does not require grad and has no grad_fn');
  if (given === null) {
    if (output.numel() !== 1) {
      raise(
        'non_scalar_backward',
        `a tensor of shape ${shapeText(output.shape)} needs a gradient; only one element does not`,
      );
    }
    return output.detach().ones_like();
  }
  if (!sameShape(given.shape, output.shape)) {
    const [g, y] = [shapeText(given.shape), shapeText(output.shape)];
    raise('shape_mismatch', `the gradient has shape ${g}, the tensor ${y}`);
  }
  return given.dtype === output.dtype ? given : given.to({ dtype: output.dtype });
}
