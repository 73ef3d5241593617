/** Gradients: the walk back through the graph. */
import { raise } from './errors.ts';
import { withGradMode } from './grad-mode.ts';
import { type Edge, edgeOf, GradNode } from './graph.ts';
import { sameShape, shapeText } from './shape.ts';
import { Tensor } from './tensor.ts';

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
}

/** Runs without recording. */
export const no_grad = <R>(run: () => R): R => withGradMode(false, run);
/** Runs with recording, also inside no_grad. */
export const enable_grad = <R>(run: () => R): R => withGradMode(true, run);

/** Adds d(output)/d(leaf) to the `.grad` of every leaf. Raises non_scalar_backward, no_grad_graph, shape_mismatch, graph_freed. */
export function backward(output: Tensor, gradient?: Tensor | null, options: BackwardOptions = {}): void {
  walkBack([output], [gradient ?? null], options, null);
}

/** d(outputs)/d(inputs), touching no `.grad`. */
export function grad(
  outputs: Tensor | readonly Tensor[],
  inputs: Tensor | readonly Tensor[],
  options: GradOptions = {},
): (Tensor | null)[] {
  const ys = outputs instanceof Tensor ? [outputs] : outputs;
  const xs = inputs instanceof Tensor ? [inputs] : inputs;
  if (xs.length === 0) raise('invalid_argument', 'grad needs at least one input');
  const given = options.grad_outputs;
  const seeds = given === undefined ? ys.map(() => null) : given instanceof Tensor ? [given] : given;
  if (seeds.length !== ys.length) raise('invalid_argument', `${ys.length} outputs, but ${seeds.length} grad_outputs`);
  const targets = new Map<Edge, Tensor | null>();
  for (const x of xs) {
    const edge = edgeOf(x) ?? raise('no_grad_graph', 'one of the inputs does not require grad');
    targets.set(edge, null);
  }
  walkBack(ys, seeds, options, targets);
  return xs.map((x) => {
    const found = targets.get(edgeOf(x)) ?? null;
    if (found === null && options.allow_unused !== true) {
      raise('no_grad_graph', 'an input was not used in the graph; set allow_unused to get null for it');
    }
    return found;
  });
}

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

/** The gradients on their way: for each node and leaf, the sum of what has arrived. */
class Arrivals {
  readonly #sums = new Map<Edge, Tensor>();

  add(edge: Edge, g: Tensor): void {
    const before = this.#sums.get(edge);
    this.#sums.set(edge, before === undefined ? g : before.add(g));
  }

  take(edge: Edge): Tensor | undefined {
    const sum = this.#sums.get(edge);
    this.#sums.delete(edge);
    return sum;
  }
}

/** `targets`: what to find the gradients of; null: add to every leaf's `.grad`. */
function walkBack(
  outputs: readonly Tensor[],
  given: readonly (Tensor | null)[],
  options: BackwardOptions,
  targets: Map<Edge, Tensor | null> | null,
): void {
  const create = options.create_graph ?? false;
  const retain = options.retain_graph ?? create;
  withGradMode(create, () => {
    const roots = outputs.map(edgeOf);
    const arrivals = new Arrivals();
    const seeds = outputs.map((output, i) => seedOf(output, given[i]!));
    roots.forEach((root, i) => {
      arrivals.add(root, seeds[i]!);
    });
    const { nodes, leaves } = reachable(roots);
    const useful = targets === null ? null : leadingTo(targets, nodes);
    for (const node of nodes) {
      const g = arrivals.take(node);
      if (g === undefined) continue;
      if (targets === null) for (const t of node.retaining) accumulate(t, g, create);
      else if (targets.has(node)) targets.set(node, g);
      for (let i = 0; i < node.edges.length; i++) {
        const edge = node.edges[i]!;
        if (edge === null || useful?.has(edge) === false) continue;
        const toOperand = node.backward(g, i);
        if (toOperand !== null) arrivals.add(edge, sumTo(toOperand, node, i));
      }
      if (!retain) node.release();
    }
    for (const leaf of leaves) {
      const g = arrivals.take(leaf);
      if (g === undefined) continue;
      if (targets === null) accumulate(leaf, g, create);
      else if (targets.has(leaf)) targets.set(leaf, g);
    }
  });
}

/** All that the roots depend on; nodes latest first, so that each comes after all that pass it a gradient. */
function reachable(roots: readonly Edge[]): { nodes: GradNode[]; leaves: Tensor[] } {
  const seen = new Set<Edge>([null]);
  const pending = [...roots];
  const nodes: GradNode[] = [];
  const leaves: Tensor[] = [];
  for (let edge = pending.pop(); edge !== undefined; edge = pending.pop()) {
    if (edge === null || seen.has(edge)) continue;
    seen.add(edge);
    if (edge instanceof GradNode) {
      nodes.push(edge);
      pending.push(...edge.edges);
    } else leaves.push(edge);
  }
  nodes.sort((a, b) => b.order - a.order);
  return { nodes, leaves };
}

/** The targets, and the nodes on the way to them. Others are not run, so their saved tensors are not needed. */
function leadingTo(targets: ReadonlyMap<Edge, unknown>, nodes: readonly GradNode[]): Set<Edge> {
  const useful = new Set<Edge>(targets.keys());
  for (let i = nodes.length - 1; i >= 0; i--) {
    const node = nodes[i]!;
    if (node.edges.some((edge) => useful.has(edge))) useful.add(node);
  }
  return useful;
}

/** Sums over the axes along which operand i was broadcast, and casts to its dtype. */
function sumTo(g: Tensor, node: GradNode, i: number): Tensor {
  const shape = node.shape(i);
  const dtype = node.dtype(i);
  const cast = g.dtype === dtype ? g : g.to({ dtype });
  if (sameShape(cast.shape, shape)) return cast;
  const lead = cast.ndim - shape.length;
  const dims = cast.shape.flatMap((n, axis) => (axis < lead || (shape[axis - lead] === 1 && n !== 1) ? [axis] : []));
  const summed = dims.length === 0 ? cast : cast.sum({ dim: dims, keepdim: true });
  return lead === 0 ? summed : summed.reshape(shape);
}

/** leaf.grad += g; the first one is a copy, so that no two tensors share a gradient. */
function accumulate(leaf: Tensor, g: Tensor, create: boolean): void {
  if (leaf.grad === null) leaf.grad = g.clone();
  else if (create) leaf.grad = leaf.grad.add(g);
  else leaf.grad.add_(g);
}
