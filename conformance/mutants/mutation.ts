/** What a mutation is: a right function turned into a wrong one. */
import type { Page } from '../pages/page.ts';
import type { Dtype } from '../values/case.ts';
import type { Called } from './calls/called.ts';
import type { Memory, Place } from './calls/memory.ts';
import type { Kind } from './kinds/kind.ts';

export type Call = (...args: unknown[]) => unknown;
/** The library's ops, to make the wrong results with. */
export type Toolbox = Readonly<Record<string, Call>>;

export interface Mutation {
  readonly name: string;
  /** Where it is wrong. */
  readonly kind: Kind;
  /** Whether it makes sense for an op with this page. */
  readonly suits: (page: Page, op: string) => boolean;
  /**
   * The wrong op, given the right one, with no memory of earlier cases. It calls `noted` when it really changed something.
   */
  readonly apply: (right: Call, tools: Tools, noted: () => void) => Call;
  /** Whether it may change what this call gives: where it says no, nothing is run. Absent: it may. */
  readonly when?: (called: Called) => boolean;
  /** It is the gradient that is wrong. */
  readonly bends?: boolean;
  /** It keeps its state from one case to the next, as a library does whose own state is broken. */
  readonly lasts?: boolean;
}

/** A node of the reference's graph: what a gradient goes through. */
export interface GraphNode {
  readonly edges: readonly unknown[];
  readonly order: number;
  backward: (gradient: unknown, operand: number) => unknown;
  readonly shape: (operand: number) => readonly number[];
  readonly dtype: (operand: number) => Dtype;
  /** Tensors that keep its gradient, though they are no leaves. */
  readonly retaining: readonly unknown[];
  /** The nodes of all results of one call, this one among them: they are freed together. */
  readonly siblings: readonly GraphNode[];
  /** Lets go of what was saved. */
  readonly release: () => void;
}

export const isNode = (edge: unknown): edge is GraphNode =>
  typeof edge === 'object' && edge !== null && 'edges' in edge;

export interface Tools {
  readonly ops: Toolbox;
  readonly isTensor: (value: unknown) => boolean;
  readonly dtype: (tensor: unknown) => Dtype;
  readonly shape: (tensor: unknown) => readonly number[];
  readonly values: (tensor: unknown) => readonly (number | bigint | boolean)[];
  readonly requiresGrad: (tensor: unknown) => boolean;
  readonly detach: (tensor: unknown) => unknown;
  readonly withoutGraph: (run: () => unknown) => unknown;
  /** Where its elements lie, live. */
  readonly memory: (tensor: unknown) => Memory;
  /** Lets a tensor look at another place, at its own gradient all the same. */
  readonly move: (tensor: unknown, place: Place) => void;
  /** Another tensor, outside the graph, that looks at that place. */
  readonly lookAt: (tensor: unknown, place: Place) => unknown;
  /** A tensor of these elements, outside the graph. */
  readonly make: (dtype: Dtype, shape: readonly number[], data: readonly (number | bigint)[]) => unknown;
  /** Where a tensor's gradient goes: to the node that computed it, to itself if it is a leaf, or nowhere. */
  readonly edge: (tensor: unknown) => unknown;
  /** Its live `.grad`, or null. */
  readonly grad: (tensor: unknown) => unknown;
  readonly setGrad: (tensor: unknown, gradient: unknown) => void;
  /** Counts the writes to its memory. */
  readonly version: (tensor: unknown) => number;
  /** What computed a tensor. */
  readonly node: (tensor: unknown) => GraphNode | null;
}
