import { unsupported } from '../../adapter/contract.ts';
import { type Argument, fill, nodesIn } from '../arguments.ts';
import { replay, type Work } from '../invoke.ts';
import type { Tensor } from '../library.ts';
import type { Node } from '../values.ts';

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
  /**
   * Constants that are the very tensors of inputs (`x.data`, `x.detach()`): a library that knows its tensors by identity
   * would see them as inputs too, unless copies of them are put here.
   */
  readonly copies: Map<Node, Tensor | undefined>;
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
  if (inputs.includes(target)) unsupported('feature autograd.tape: the gradient of a tensor in itself');
  const copies = sameTensors(path, inputs);
  const f = (...values: Tensor[]): Tensor => {
    const known = new Map<Node, unknown>(copies);
    for (const [i, node] of inputs.entries()) known.set(node, values[i]);
    return replayAll(path, known, target);
  };
  return { inputs, copies, f };
}

function sameTensors(path: readonly Entry[], inputs: readonly Node[]): Lowered['copies'] {
  const values = new Set(inputs.map((node) => node.value));
  const constants = path.flatMap(({ work }) => nodesIn(work.args)).filter((node) => !node.tracked);
  return new Map(constants.filter((node) => values.has(node.value)).map((node) => [node, undefined]));
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
