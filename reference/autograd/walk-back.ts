/** The walk back through the graph: each node, once all gradients of its result have arrived, passes them on. */

import { sameShape } from '../memory/shape.ts';
import type { Edge, GradNode } from './graph.ts';
import { Tensor } from './tensor.ts';

export interface Walk {
  /** Gradients are recorded values themselves. */
  readonly create: boolean;
  /** Nodes keep what they saved. */
  readonly retain: boolean;
  /** What to find the gradients of; null: add to every leaf's `.grad`. What retains its gradient gets it either way. */
  readonly targets: Map<Edge, Tensor | null> | null;
}

/** Starts with `seeds[i]` as the gradient of what `roots[i]` computed. Runs in the caller's grad mode. */
export function walkBack(roots: readonly Edge[], seeds: readonly Tensor[], walk: Walk): void {
  const { nodes, users } = reachable(roots);
  const useful = walk.targets === null ? null : leadingTo(walk.targets, nodes);
  const arrived = new Map<Edge, Tensor>();
  const add = (edge: Edge, g: Tensor): void => {
    const before = arrived.get(edge);
    arrived.set(edge, before === undefined ? g : before.add(g));
  };
  // A leaf gets its gradient as soon as the last of its users has run, so also if a later node raises.
  const settle = (leaf: Tensor): void => {
    const left = users.get(leaf)! - 1;
    users.set(leaf, left);
    const g = arrived.get(leaf);
    if (left === 0 && g !== undefined) deliver(leaf, [leaf], g, walk);
  };

  roots.forEach((root, i) => {
    add(root, seeds[i]!);
  });
  for (const root of roots) if (root instanceof Tensor) settle(root);
  for (const node of nodes) {
    const g = arrived.get(node);
    arrived.delete(node);
    if (g !== undefined && useful?.has(node) !== false) deliver(node, node.retaining, g, walk);
    // All of the node's gradients before any is passed on: if one raises, none is.
    const passed = node.edges.map((edge, i) => {
      if (g === undefined || edge === null) return null;
      // Also where nobody asked for it: all that a node saved has to be as it was, as in PyTorch.
      const toOperand = node.backward(g, i);
      return toOperand === null || useful?.has(edge) === false ? null : sumTo(toOperand, node, i);
    });
    node.edges.forEach((edge, i) => {
      const toOperand = passed[i]!;
      if (toOperand !== null) add(edge, toOperand);
      if (edge instanceof Tensor) settle(edge);
    });
    if (g !== undefined && !walk.retain) release(node, nodes);
  }
}

/** Lets go of what a call saved, once the last of its nodes has run. */
function release(node: GradNode, nodes: readonly GradNode[]): void {
  const isLast = node.siblings.every((one) => one.order >= node.order || !nodes.includes(one));
  if (isLast) for (const one of node.siblings) one.release();
}

/** All that the roots depend on: nodes, latest first, so that each comes after its users; and how many users each leaf has. */
function reachable(roots: readonly Edge[]): { nodes: GradNode[]; users: Map<Tensor, number> } {
  const seen = new Set<Edge>([null]);
  const pending = [...roots];
  const nodes: GradNode[] = [];
  const users = new Map<Tensor, number>();
  for (let edge = pending.pop(); edge !== undefined; edge = pending.pop()) {
    if (edge instanceof Tensor) users.set(edge, (users.get(edge) ?? 0) + 1);
    else if (edge !== null && !seen.has(edge)) {
      seen.add(edge);
      nodes.push(edge);
      pending.push(...edge.edges);
    }
  }
  nodes.sort((a, b) => b.order - a.order);
  return { nodes, users };
}

/** The targets, and the nodes on the way to them. Others pass nothing on, so their saved tensors are not needed. */
function leadingTo(targets: ReadonlyMap<Edge, unknown>, nodes: readonly GradNode[]): Set<Edge> {
  const useful = new Set<Edge>(targets.keys());
  for (let i = nodes.length - 1; i >= 0; i--) {
    const node = nodes[i]!;
    if (node.edges.some((edge) => useful.has(edge))) useful.add(node);
  }
  return useful;
}

/** `g` is complete: it goes to the tensors that keep it, and may be an answer. Leaves keep none of a walk to targets. */
function deliver(edge: Edge, keepers: readonly Tensor[], g: Tensor, { targets, create }: Walk): void {
  if (targets === null || !(edge instanceof Tensor)) for (const t of keepers) accumulate(t, g, create);
  if (targets?.has(edge)) targets.set(edge, g);
}

/** t.grad += g; the first one is a copy, so that no two tensors share a gradient. */
function accumulate(t: Tensor, g: Tensor, create: boolean): void {
  if (t.grad === null) t.grad = g.clone();
  else if (create) t.grad = t.grad.add(g);
  else t.grad.add_(g);
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
