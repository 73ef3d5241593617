import { unsupported } from '../../adapter/contract.ts';
import type { Call } from '../../plan/plan.ts';
import type { Work } from '../invoke.ts';
import type { Options } from '../options.ts';
import type { Run } from '../run.ts';
import type { Task } from '../task.ts';
import { Cell, Node, type Reach, type Value } from '../values.ts';

/** How a case's gradients are had from a library: by its tape, by a function of a function, or not at all. */
export interface Gradients {
  /** Runs an op under `no_grad`; undefined: the library need not know. */
  readonly silent: (<R>(run: () => R) => R) | undefined;
  /** Whether creation ops may read the option `requires_grad`. */
  readonly readsRequiresGrad: boolean;
  readonly available: boolean;
  /** What comes from the leaves to the results of this work. */
  reach(run: Run, work: Pick<Work, 'args' | 'options' | 'through'>): Reach;
  /** What an op that something of the leaves comes to did. */
  log(work: Work, result: Value): void;
  /** `requires_grad_`: the cell is a leaf from here on, or no longer. */
  mark(run: Run, cell: Cell, on: boolean, place: readonly number[]): Task<void>;
  detach(run: Run, cell: Cell, place: readonly number[]): Task<Cell>;
  data(run: Run, cell: Cell): Cell;
  grad(run: Run, cell: Cell): Cell | null;
  backward(run: Run, call: Call, self: Cell, gradient: Node | undefined, options: Options): Task<void>;
  /** `autograd.grad`; undefined: the library has the op itself. */
  gradientsOf?(run: Run, call: Call, outputs: Cell, inputs: readonly Cell[]): Task<Value>;
  zeroGrad(run: Run, cells: readonly Cell[], options: Options, place: readonly number[]): Task<void>;
}

const lacking = (): never => unsupported('feature autograd');

/** A library that only computes forward. */
export const noGradients: Gradients = {
  silent: undefined,
  available: false,
  readsRequiresGrad: false,
  reach: () => 'nothing',
  log: () => {},
  mark: lacking,
  detach: lacking,
  data: (_, cell) => new Cell(new Node(cell.node.value, cell.node.place), { origin: cell }),
  grad: lacking,
  backward: lacking,
  gradientsOf: lacking,
  zeroGrad: lacking,
};
