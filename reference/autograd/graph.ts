/** The autograd graph: one node for each recorded op, and what it keeps for its gradient. */

import type { Shape } from '../memory/shape.ts';
import { type Dtype, isFloating } from '../numbers/dtype.ts';
import { raise } from '../numbers/errors.ts';
import { isScalar, scalarDtype } from '../numbers/scalar.ts';
import { gradModeEnabled, withGradMode } from './grad-mode.ts';
import type { Tensor } from './tensor.ts';
import type { Operand, Saved, Vjp } from './vjp.ts';

/** Where an operand's gradient goes: to the node that computed it, to a leaf, or nowhere. */
export type Edge = GradNode | Tensor | null;

/** How a view came from the tensor it looks into. */
export interface Origin {
  /** A tensor that is no view itself. */
  readonly base: Tensor;
  readonly replay: (base: Tensor) => Tensor;
  /** Made while nothing was recorded: writing through it while recording is ambiguous, and refused. */
  readonly unrecorded: boolean;
}

let created = 0;

const isTensor = (x: Operand): x is Tensor => !isScalar(x);
const versionOf = (x: Operand): number => (isTensor(x) ? x.strided.storage.version : 0);

export class GradNode implements Saved<unknown> {
  name: string;
  /** Later nodes are larger: every edge leads to a smaller one. */
  readonly order: number = created++;
  readonly edges: readonly Edge[];
  readonly options: unknown;
  readonly count: number;
  /** Tensors that want this node's gradient in their `.grad`, though they are no leaves. */
  readonly retaining: Tensor[] = [];
  /** The nodes of all results of one call, this one among them: PyTorch has one node for all, so that they are freed together. */
  siblings: readonly GradNode[] = [this];
  readonly #rules: Vjp<unknown>['rules'];
  readonly #versions: readonly number[];
  #operands: readonly Operand[] | null;
  #forms: readonly { shape: Shape; dtype: Dtype }[] = [];
  #result: Tensor;
  #resultVersion: number;

  constructor(
    vjp: Vjp<unknown>,
    operands: readonly Operand[],
    options: unknown,
    edges: readonly Edge[],
    result: Tensor,
  ) {
    this.name = typeof vjp.gradFn === 'string' ? vjp.gradFn : vjp.gradFn(options, operands);
    this.#rules = vjp.rules;
    this.edges = edges;
    this.options = options;
    this.count = operands.length;
    this.#operands = operands;
    this.#versions = operands.map(versionOf);
    this.#result = result;
    this.#resultVersion = versionOf(result);
  }

  /** The gradient of operand i. */
  backward(grad: Tensor, i: number): Tensor | null {
    const rule = typeof this.#rules === 'function' ? this.#rules : this.#rules[i];
    return rule == null ? null : rule(grad, this, i);
  }

  operand(i: number): Operand {
    const x = (this.#operands ?? freed(this.name))[i]!;
    if (versionOf(x) !== this.#versions[i]) modified(this.name);
    return x;
  }

  input(i: number): Tensor {
    const x = this.operand(i);
    return isTensor(x) ? x : raise('invalid_argument', `operand ${i} of ${this.name} is a number`);
  }

  result(): Tensor {
    if (this.#operands === null) freed(this.name);
    if (versionOf(this.#result) !== this.#resultVersion) modified(this.name);
    return this.#result;
  }

  sibling(i: number): Tensor {
    return this.siblings[i]!.result();
  }

  shape(i: number): Shape {
    return this.#form(i).shape;
  }

  dtype(i: number): Dtype {
    return this.#form(i).dtype;
  }

  /** After an in-place op: the result now lives in `tensor`. */
  moveResult(tensor: Tensor): void {
    this.#result = tensor;
    this.#resultVersion = versionOf(tensor);
  }

  /** Lets go of what was saved. Shapes stay, so a node that needs no values can run again. */
  release(): void {
    if (this.#operands === null) return;
    this.#forms = this.#operands.map(formOf);
    this.#operands = null;
  }

  #form(i: number): { shape: Shape; dtype: Dtype } {
    return this.#operands === null ? this.#forms[i]! : formOf(this.#operands[i]!);
  }
}

const formOf = (x: Operand): { shape: Shape; dtype: Dtype } =>
  isTensor(x) ? { shape: x.shape, dtype: x.dtype } : { shape: [], dtype: scalarDtype(x) };

const freed = (name: string): never =>
  raise(
    'graph_freed',
    `${name}: its saved tensors were freed by an earlier backward; give that one retain_graph: true`,
  );

const modified = (name: string): never =>
  raise('saved_tensor_modified', `${name}: a tensor that its gradient needs was modified in place`);

/** The node that computed `t`, or null. A view whose base was written to since gets a new one from the base's history. */
export function nodeOf(t: Tensor): GradNode | null {
  const { origin } = t;
  if (origin !== null && t.nodeVersion !== t.strided.storage.version) {
    t.nodeVersion = t.strided.storage.version;
    if (!t.leaf && origin.base.requires_grad) {
      setNode(t, withGradMode(true, () => origin.replay(origin.base)).node);
      named(t, 'AsStridedBackward0');
    }
  }
  return t.node;
}

/** `t`, whose node prints as PyTorch's does, where that is another op than the one that made `t` here. */
export function named(t: Tensor, gradFn: string): Tensor {
  if (t.node !== null) t.node.name = gradFn;
  return t;
}

/** The results of one call. */
export function ofOneCall<R extends readonly Tensor[]>(results: R): R {
  const siblings = results.flatMap(({ node }) => node ?? []);
  for (const node of siblings) node.siblings = siblings;
  return results;
}

/** Makes `node` what computed `t`; a gradient that `t` retains is from now on that of its new value. */
export function setNode(t: Tensor, node: GradNode | null): void {
  const before = t.node?.retaining ?? [];
  if (before.includes(t)) {
    before.splice(before.indexOf(t), 1);
    node?.retaining.push(t);
  }
  t.node = node;
}

/** Where the gradient of `x` goes. */
export const edgeOf = (x: Operand): Edge => (isTensor(x) ? (nodeOf(x) ?? (x.leaf ? x : null)) : null);

/** Gives `result` a node, if anything is recorded and any operand's gradient goes anywhere. */
export function record<O>(vjp: Vjp<O> | null, operands: readonly Operand[], options: O, result: Tensor): void {
  if (!gradModeEnabled() || vjp === null) return;
  let edges: Edge[] | null = null;
  for (let i = 0; i < operands.length; i++) {
    const edge = edgeOf(operands[i]!);
    if (edge === null || (typeof vjp.rules !== 'function' && vjp.rules[i] === null)) continue;
    edges ??= new Array<Edge>(operands.length).fill(null);
    edges[i] = edge;
  }
  if (edges === null || !isFloating(result.dtype)) return;
  // The node holds rule and options together, so the type of the options may be forgotten.
  result.node = new GradNode(vjp as Vjp<unknown>, operands, options, edges, result);
}
