import { unsupported } from '../adapter/contract.ts';
import type { Dtype } from '../values/case.ts';
import type { Gradients } from './gradients/gradients.ts';
import type { Library, Tensor } from './library.ts';
import { read } from './read.ts';
import type { Task } from './task.ts';
import { Cell, Node, type Reach, type Value } from './values.ts';

/** One case while it runs. */
export class Run {
  readonly library: Library;
  readonly gradients: Gradients;
  readonly names: Map<string, Value> = new Map();
  /** False inside `no_grad`. */
  recording = true;
  /** True inside `try`: a lazy library is made to raise where it should. */
  trying = false;
  /** What the evaluator did in the library's place. */
  readonly assisted: Set<string> = new Set();
  /** The ops that ran from `composed`. */
  readonly composed: Set<string> = new Set();
  /** Those that ran from an entry that is `adapted`. */
  readonly adapted: Set<string> = new Set();
  /** The dtypes for which another may have stood in. */
  readonly substituted: Set<Dtype> = new Set();
  /** The op that runs. */
  place: readonly number[] = [];
  /** The library was asked for something, beyond holding the inputs. */
  asked = false;
  /** What the op that ran last made: read at the end if nothing is observed, to force a lazy library. */
  latest: Node[] = [];
  private readonly made: Set<Tensor> | undefined;

  constructor(library: Library, gradients: Gradients) {
    this.library = library;
    this.gradients = gradients;
    this.made = library.adapter.dispose === undefined ? undefined : new Set();
  }

  /** Notes that an entry of the adapter is used, if it is one that does more than call the library. */
  uses(op: string): void {
    if (op in this.library.adapted) this.adapted.add(op);
  }

  /** A tensor that the library made. */
  node(value: Tensor, place: readonly number[], leaf = false, reach?: Reach): Node {
    const node = new Node(value, place, leaf, reach);
    this.latest.push(node);
    if (this.made !== undefined && typeof value === 'object') this.made.add(value);
    return node;
  }

  cell(value: Tensor, place: readonly number[], leaf = false, reach?: Reach): Cell {
    return new Cell(this.node(value, place, leaf, reach));
  }

  /** The dtype that stands for this one in the library. */
  dtype(dtype: Dtype): Dtype {
    const by = this.library.adapter.dtypes[dtype];
    if (by === undefined) return unsupported(`dtype ${dtype}`);
    if (by === true) return dtype;
    this.substituted.add(dtype);
    return by;
  }

  /** Notes that a tensor of this dtype was seen: it may be one that stands in for another. */
  saw(dtype: Dtype): void {
    const { substituted } = this.library;
    if (substituted === undefined) return;
    for (const [due, by] of Object.entries(substituted)) if (by === dtype) this.substituted.add(due as Dtype);
  }

  /** The dtype of a tensor as the library itself says. */
  *dtypeOf(node: Node): Task<Dtype> {
    node.dtype ??= (yield* read(this.library, node)).dtype;
    return node.dtype;
  }

  dispose(): void {
    if (this.made !== undefined) for (const value of this.made) this.library.adapter.dispose!(value);
  }
}
