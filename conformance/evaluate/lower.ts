import { unsupported } from '../adapter/contract.ts';
import { type Argument, fill, nodesIn } from './arguments.ts';
import { replay, type Work } from './invoke.ts';
import type { Tensor } from './library.ts';
import type { Node } from './values.ts';

/** One op that ran: what it was given, and the nodes that it made (undefined where the library gave none). */
export interface Entry {
  readonly work: Pick<Work, 'op' | 'args' | 'fn' | 'options' | 'place'>;
  readonly outs: readonly (Node | undefined)[];
  /** The result is a list. */
  readonly many: boolean;
  /** How often each argument had been written to when the op ran. */
  readonly writes: readonly number[];
}

/** A value as a pure function of nodes that it depends on. */
export interface Lowered {
  readonly inputs: readonly Node[];
  readonly f: (...inputs: Tensor[]) => Tensor;
}

/**
 * Lowers a value to a pure function of the leaves that it reaches and of the nodes in `cuts`, by replaying the logged ops
 * on the way, and no others.
 */
export function lower(log: readonly Entry[], target: Node, cuts: readonly Node[] = []): Lowered {
  const cut = new Set(cuts);
  const needed = new Set<Node>([target]);
  const path: Entry[] = [];
  for (let i = log.length; i-- > 0; ) {
    const entry = log[i]!;
    if (!entry.outs.some((out) => out !== undefined && needed.has(out) && !cut.has(out))) continue;
    path.push(entry);
    for (const [k, node] of nodesIn(entry.work.args).entries()) {
      if (node.writes !== entry.writes[k]) unsupported('feature autograd.tape: a recorded tensor was written to');
      if (node.tracked) needed.add(node);
    }
  }
  path.reverse();
  const inputs = [...needed].filter((node) => node.leaf || cut.has(node));
  return { inputs, f: (...values) => replayAll(path, new Map(inputs.map((node, i) => [node, values[i]])), target) };
}

function replayAll(path: readonly Entry[], values: Map<Node, unknown>, target: Node): Tensor {
  for (const { work, outs, many } of path) {
    const result = replay(work, fill(work.args, values));
    for (const [i, out] of outs.entries()) {
      // A cut node keeps the value that it was given.
      if (out !== undefined && !values.has(out)) values.set(out, many ? (result as readonly unknown[])[i] : result);
    }
  }
  return values.get(target) as Tensor;
}

export const writesOf = (args: readonly Argument[]): readonly number[] => nodesIn(args).map((node) => node.writes);
