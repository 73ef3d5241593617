import type { TensorData } from '../adapter/contract.ts';
import type { HostLiteral } from '../plan/operand.ts';
import type { Dtype } from '../values/case.ts';
import type { Tensor } from './library.ts';
import type { ModuleValue } from './objects/module-value.ts';
import type { OptimizerValue } from './objects/optimizer-value.ts';

/** What comes to a tensor from the leaves: nothing, their values alone (a comparison, an index), or a gradient too. */
export type Reach = 'nothing' | 'value' | 'gradient';

/** A tensor in one state. It never changes: what a functional lowering replays. */
export class Node {
  /** A host number where the library gave one for a 0-d tensor. */
  readonly value: Tensor;
  /** The op that made it. */
  readonly place: readonly number[];
  readonly leaf: boolean;
  readonly reach: Reach;
  /** What it is a state of. */
  cell: Cell | undefined;
  dtype: Dtype | undefined;
  /** How often a library that mutates has written to it. */
  writes = 0;
  constructor(value: Tensor, place: readonly number[], leaf = false, reach: Reach = leaf ? 'gradient' : 'nothing') {
    this.value = value;
    this.place = place;
    this.leaf = leaf;
    this.reach = reach;
  }

  /** A gradient may flow through it. */
  get tracked(): boolean {
    return this.reach === 'gradient';
  }
}

/** A tensor as names denote it: writing to it changes its state under all its names. */
export class Cell {
  readonly kind = 'tensor';
  node: Node;
  /** The `.grad` slot, where the evaluator keeps it. */
  grad: Cell | null = null;
  /** For `x.data`: x, which a replacement of this one replaces too. */
  readonly origin: Cell | undefined;
  /** For `x.grad`: x. */
  readonly slotOf: Cell | undefined;
  constructor(node: Node, of: { readonly origin?: Cell; readonly slotOf?: Cell } = {}) {
    this.node = node;
    this.origin = of.origin;
    this.slotOf = of.slotOf;
    node.cell ??= this;
  }

  /** The next state of this tensor. */
  become(node: Node): void {
    node.cell = this;
    this.node = node;
  }
}

export interface HostValue extends HostLiteral {
  /** The tensor that `item` read it from. */
  readonly from?: Node;
}
export interface SequenceValue {
  readonly kind: 'sequence';
  readonly items: readonly Value[];
  readonly python: 'tuple' | 'list';
}
/** A loader, dataset or generator of the library. */
export interface HandleValue {
  readonly kind: 'handle';
  readonly type: string;
  readonly handle: unknown;
}
export interface RecordValue {
  readonly kind: 'record';
  readonly copies: TensorData[];
}
/** A result that the library does not give. */
export interface MissingValue {
  readonly kind: 'missing';
  readonly what: string;
}

export type Value =
  | Cell
  | HostValue
  | SequenceValue
  | HandleValue
  | RecordValue
  | MissingValue
  | ModuleValue
  | OptimizerValue;

export const none: HostValue = { kind: 'host', value: null, type: 'none' };
