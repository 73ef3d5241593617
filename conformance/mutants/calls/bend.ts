/** Wrong gradients: the nodes that a call made are changed, so that nothing else of the graph is. */
import { type GraphNode, isNode, type Tools } from '../mutation.ts';
import type { Called, Given } from './called.ts';
import { type Elements, elementsOf, sameElements, write } from './memory.ts';

/** The nodes that a call made for a result: all between it and what the call was given. */
function made({ tools, given }: Called, result: unknown): GraphNode[] {
  const seen = new Set<unknown>(given.map(({ edge }) => edge));
  const found: GraphNode[] = [];
  const pending: unknown[] = [tools.node(result)];
  for (let edge = pending.pop(); edge !== undefined; edge = pending.pop()) {
    if (!isNode(edge) || seen.has(edge)) continue;
    seen.add(edge);
    found.push(edge);
    pending.push(...edge.edges);
  }
  return found;
}

/** Without one of the axes along which an operand was stretched: it stays with size 1. */
type Reduce = (gradient: unknown, axis: number, lead: number) => unknown;

/** As the walk back does: summed over the axes along which the operand was stretched, in its dtype. */
export function summed(g: unknown, node: GraphNode, operand: number, tools: Tools, reduce?: Reduce): unknown {
  const { ops, dtype, shape } = tools;
  const due = node.shape(operand);
  const cast = dtype(g) === node.dtype(operand) ? g : ops.to!(g, { dtype: node.dtype(operand) });
  const from = shape(cast);
  if (from.join() === due.join()) return cast;
  const lead = from.length - due.length;
  const dim = from.flatMap((n, axis) => (axis < lead || (due[axis - lead] === 1 && n !== 1) ? [axis] : []));
  if (reduce !== undefined)
    return ops.reshape!(
      dim.reduce((sum, axis) => reduce(sum, axis, lead), cast),
      { shape: due },
    );
  const sum = dim.length === 0 ? cast : ops.sum!(cast, { dim, keepdim: true });
  return lead === 0 ? sum : ops.reshape!(sum, { shape: due });
}

/** Bends the gradient that a call passes on to what it was given: `change` gives another tensor, or the same one. */
export function bend(called: Called, { edge }: Given, change: (gradient: unknown) => unknown): void {
  const { tools } = called;
  if (edge === null) return;
  for (const result of called.results) {
    for (const node of made(called, result)) {
      const right = node.backward.bind(node);
      node.backward = (gradient, operand) => {
        const found = right(gradient, operand);
        if (node.edges[operand] !== edge || !tools.isTensor(found)) return found;
        return change(summed(found, node, operand, tools));
      };
    }
  }
}

/** Bends the gradient that arrives at a result, before the call makes anything of it. */
export function bendArriving(called: Called, change: (gradient: unknown) => unknown): void {
  for (const result of called.results) {
    const node = called.tools.node(result);
    if (node === null || !made(called, result).includes(node)) continue;
    const right = node.backward.bind(node);
    node.backward = (gradient, operand) => right(change(gradient), operand);
  }
}

/** A change of elements as one of tensors, which stay in the graph. */
export const byElements =
  (tools: Tools, noted: () => void, damage: (y: Elements) => void) =>
  (gradient: unknown): unknown => {
    if (!tools.isTensor(gradient)) return gradient;
    const y = elementsOf(tools.memory(gradient));
    const before = [...y.data];
    damage(y);
    if (sameElements(before, y.data)) return gradient;
    noted();
    const copy = tools.ops.clone!(gradient, {});
    write(tools.memory(copy), y.data);
    return copy;
  };
