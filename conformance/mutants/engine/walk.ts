/** The walk back through the graph of the reference, once more and open to faults: without any it does what the reference does. */
import { summed } from '../calls/bend.ts';
import { type GraphNode, isNode, type Tools } from '../mutation.ts';

/** What goes wrong in a walk. */
export interface WalkFaults {
  /** Gradients that meet: the sum, from the first and the next one; `count` have come before it. */
  readonly meet?: (sum: unknown, next: unknown, count: number, tools: Tools) => unknown;
  /** The nodes in the order in which they are walked. */
  readonly order?: (nodes: readonly GraphNode[], root: unknown) => readonly GraphNode[];
  /** The gradient of an operand, summed over the axes along which it was stretched. */
  readonly sum?: (gradient: unknown, node: GraphNode, operand: number, tools: Tools) => unknown;
  /** What becomes of a leaf's `.grad`, given what it was and what has come. */
  readonly accumulate?: (before: unknown, next: unknown, how: How) => unknown;
  /** Whether tensors that are no leaves keep their gradient. */
  readonly retains?: (times: number) => boolean;
  /** Whether what was saved is kept. */
  readonly keeps?: (options: BackwardOptions) => boolean;
  /** Leaves have their gradient only when all have. */
  readonly late?: boolean;
  /** What arrived in a walk that raised is left for the next one. */
  readonly leaves?: boolean;
}

export interface How {
  readonly leaf: unknown;
  readonly create: boolean;
  readonly tools: Tools;
}

export interface BackwardOptions {
  readonly retain_graph?: boolean;
  readonly create_graph?: boolean;
}

type Edge = GraphNode | object;

/** All that a root depends on, latest first, and how often each leaf is used. */
function reachable(root: Edge): { nodes: GraphNode[]; uses: Map<object, number> } {
  const [nodes, seen, uses] = [[] as GraphNode[], new Set<unknown>([null]), new Map<object, number>()];
  const pending: unknown[] = [root];
  for (let edge = pending.pop(); edge !== undefined; edge = pending.pop()) {
    if (!isNode(edge)) {
      if (edge !== null) uses.set(edge as object, (uses.get(edge as object) ?? 0) + 1);
    } else if (!seen.has(edge)) {
      seen.add(edge);
      nodes.push(edge);
      pending.push(...edge.edges);
    }
  }
  nodes.sort((a, b) => b.order - a.order);
  return { nodes, uses };
}

/** Lets go of what a call saved, once the last of its nodes has run. */
function release(node: GraphNode, nodes: readonly GraphNode[]): void {
  const isLast = node.siblings.every((one) => one.order >= node.order || !nodes.includes(one));
  if (isLast) for (const one of node.siblings) one.release();
}

/** Makes a walk. What it is told to leave, it keeps for the next one. */
export function walker(
  tools: Tools,
  faults: WalkFaults,
): (root: unknown, seed: unknown, options: BackwardOptions) => void {
  let left = new Map<unknown, { sum: unknown; count: number }>();
  let walks = 0;
  return (root, seed, options) => {
    const { create_graph: create = false, retain_graph: retain = create } = options;
    const { nodes, uses } = reachable(root as Edge);
    const arrived = left;
    left = faults.leaves === true ? arrived : new Map();
    const times = walks++;
    const waiting: (() => void)[] = [];
    const add = (edge: unknown, g: unknown): void => {
      const before = arrived.get(edge);
      if (before === undefined) arrived.set(edge, { sum: g, count: 1 });
      else {
        const meet = faults.meet ?? ((sum, next) => tools.ops.add!(sum, next, {}));
        arrived.set(edge, { sum: meet(before.sum, g, before.count, tools), count: before.count + 1 });
      }
    };
    const deliver = (tensor: unknown, g: unknown): void => {
      const rule = faults.accumulate ?? accumulated;
      const next = () => tools.setGrad(tensor, rule(tools.grad(tensor), g, { leaf: tensor, create, tools }));
      if (faults.late === true) waiting.push(next);
      else next();
    };
    const settle = (leaf: object): void => {
      const rest = uses.get(leaf)! - 1;
      uses.set(leaf, rest);
      const g = arrived.get(leaf);
      if (rest !== 0 || g === undefined) return;
      arrived.delete(leaf);
      deliver(leaf, g.sum);
    };
    add(root, seed);
    if (!isNode(root)) settle(root as object);
    for (const node of faults.order?.(nodes, root) ?? nodes) {
      const g = arrived.get(node)?.sum;
      arrived.delete(node);
      if (g !== undefined && (faults.retains?.(times) ?? true)) for (const t of node.retaining) deliver(t, g);
      const passed = node.edges.map((edge, i) => {
        if (g === undefined || edge === null) return null;
        const found = node.backward(g, i);
        return tools.isTensor(found) ? (faults.sum ?? summed)(found, node, i, tools) : null;
      });
      node.edges.forEach((edge, i) => {
        if (passed[i] !== null) add(edge, passed[i]);
        if (edge !== null && !isNode(edge)) settle(edge as object);
      });
      if (g !== undefined && !(faults.keeps?.(options) ?? retain)) release(node, nodes);
    }
    for (const next of waiting) next();
    left = new Map();
  };
}

/** The first gradient is a copy; later ones are added to it, in place where nothing is recorded. */
export const accumulated: NonNullable<WalkFaults['accumulate']> = (before, next, { create, tools: { ops } }) => {
  if (before === null) return ops.clone!(next, {});
  if (create) return ops.add!(before, next, {});
  ops.add_!(before, next, {});
  return before;
};
