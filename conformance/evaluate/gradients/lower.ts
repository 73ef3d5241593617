import { unsupported } from '../../adapter/contract.ts';
import { nodesIn } from '../arguments.ts';
import { replay, tensorsOf, type Work } from '../invoke.ts';
import type { Tensor } from '../library.ts';
import type { Node } from '../values.ts';

/** One op that ran: what it was given, and the nodes that it made (undefined where the library gave none). */
export interface Entry {
  readonly work: Work;
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
 * Lowers a value to a pure function of the leaves that a gradient comes from and of the nodes in `cuts`. It replays the
 * logged ops on the way from these to the value, and no others: those that have no derivative too, because a library that
 * is differentiated meets them all.
 */
export function lower(log: readonly Entry[], target: Node, cuts: readonly Node[] = []): Lowered {
  const cut = new Set(cuts);
  const inputs = inputsOf(log, target, cut);
  if (inputs.includes(target)) unsupported('feature autograd.tape: the gradient of a tensor in itself');
  const path = wayTo(target, followers(log, inputs), cut);
  const copies = sameTensors(path, inputs);
  const f = (...values: Tensor[]): Tensor => {
    const known = new Map<Node, unknown>(copies);
    for (const [i, node] of inputs.entries()) known.set(node, values[i]);
    return replayAll(path, known, target);
  };
  return { inputs, copies, f };
}

/** The leaves and cuts that a gradient of the target comes to. */
function inputsOf(log: readonly Entry[], target: Node, cut: ReadonlySet<Node>): readonly Node[] {
  const needed = new Set<Node>(target.tracked ? [target] : []);
  for (const { work } of backwards(log, needed, cut)) {
    for (const node of nodesIn(work.through ?? work.args)) if (node.tracked) needed.add(node);
  }
  return [...needed].filter((node) => node.leaf || cut.has(node));
}

/** The entries to which something of the inputs comes. */
function followers(log: readonly Entry[], inputs: readonly Node[]): readonly Entry[] {
  const reached = new Set<Node>(inputs);
  return log.filter(({ work, outs }) => {
    const follows = tensorsOf(work).some((node) => reached.has(node));
    if (follows) for (const out of outs) if (out !== undefined) reached.add(out);
    return follows;
  });
}

/** The entries that the target is made by, first things first. */
function wayTo(target: Node, log: readonly Entry[], cut: ReadonlySet<Node>): readonly Entry[] {
  const needed = new Set<Node>([target]);
  const path: Entry[] = [];
  for (const entry of backwards(log, needed, cut)) {
    path.push(entry);
    for (const [k, node] of tensorsOf(entry.work).entries()) {
      if (node.writes !== entry.writes[k]) unsupported('feature autograd.tape: a recorded tensor was written to');
      needed.add(node);
    }
  }
  return path.reverse();
}

/** The entries, last things first, that made what is needed; the set may grow on the way. */
function* backwards(
  log: readonly Entry[],
  needed: ReadonlySet<Node>,
  cut: ReadonlySet<Node>,
): Generator<Entry, void, void> {
  for (let i = log.length; i-- > 0; ) {
    const entry = log[i]!;
    if (entry.outs.some((out) => out !== undefined && needed.has(out) && !cut.has(out))) yield entry;
  }
}

function sameTensors(path: readonly Entry[], inputs: readonly Node[]): Lowered['copies'] {
  const values = new Set(inputs.map((node) => node.value));
  const computed = new Set([...inputs, ...path.flatMap(({ outs }) => outs)]);
  const constants = path.flatMap(({ work }) => tensorsOf(work)).filter((node) => !computed.has(node));
  return new Map(constants.filter((node) => values.has(node.value)).map((node) => [node, undefined]));
}

function replayAll(path: readonly Entry[], values: Map<Node, unknown>, target: Node): Tensor {
  for (const { work, outs, many } of path) {
    const result = replay(work, values);
    for (const [i, out] of outs.entries()) {
      // A cut node keeps the value that it was given.
      if (out !== undefined && !values.has(out)) values.set(out, many ? (result as readonly unknown[])[i] : result);
    }
  }
  return values.get(target) as Tensor;
}

export const writesOf = (work: Entry['work']): readonly number[] => tensorsOf(work).map((node) => node.writes);
