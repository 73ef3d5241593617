import type { TapeAutograd } from '../../adapter/contract.ts';
import type { Call } from '../../plan/plan.ts';
import { guarded } from '../invoke.ts';
import type { Tensor } from '../library.ts';
import type { Options } from '../options.ts';
import type { Run } from '../run.ts';
import type { Task } from '../task.ts';
import { Cell, Node } from '../values.ts';
import type { Gradients } from './gradients.ts';

/** Gradients of a library that records what it does: all of it is the library's own. */
export class Tape implements Gradients {
  readonly silent: <R>(run: () => R) => R;
  readonly available = true;
  readonly readsRequiresGrad = true;
  private readonly library: TapeAutograd<Tensor>;

  constructor(library: TapeAutograd<Tensor>) {
    this.library = library;
    this.silent = (run) => library.noGrad(run);
  }

  reach(): 'nothing' {
    return 'nothing';
  }

  log(): void {}

  *mark(run: Run, cell: Cell, on: boolean, place: readonly number[]): Task<void> {
    const value = yield* guarded(place, () => this.library.requiresGrad(cell.node.value, on));
    cell.become(run.node(value ?? cell.node.value, place, on));
  }

  *detach(run: Run, cell: Cell, place: readonly number[]): Task<Cell> {
    run.asked = true;
    return run.cell(yield* guarded(place, () => this.library.detach(cell.node.value)), place);
  }

  data(run: Run, cell: Cell): Cell {
    const value = (this.library.data ?? this.library.detach)(cell.node.value);
    const inPlace = run.library.adapter.mutation === 'in-place';
    return new Cell(new Node(value, cell.node.place), inPlace ? {} : { origin: cell });
  }

  grad(_: Run, cell: Cell): Cell | null {
    const value = this.library.grad(cell.node.value) ?? null;
    return value === null ? null : new Cell(new Node(value, cell.node.place), { slotOf: cell });
  }

  *backward(run: Run, call: Call, self: Cell, gradient: Node | undefined, options: Options): Task<void> {
    run.asked = true;
    const backward = () => this.library.backward(self.node.value, gradient?.value, options.seen);
    yield* guarded(call.place, backward, { op: call.op, options });
    options.check(call.op);
  }

  *zeroGrad(run: Run, cells: readonly Cell[], options: Options, place: readonly number[]): Task<void> {
    for (const cell of cells) {
      run.asked = true;
      yield* guarded(place, () => this.library.zeroGrad(cell.node.value, options.seen));
    }
  }
}
