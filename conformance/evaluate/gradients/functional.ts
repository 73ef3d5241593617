import { type FunctionalAutograd, unsupported } from '../../adapter/contract.ts';
import type { Call } from '../../plan/plan.ts';
import { isFloat } from '../../values/dtypes.ts';
import { nodesIn } from '../arguments.ts';
import { Breach } from '../failure.ts';
import { guarded, tensorsOf, type Work } from '../invoke.ts';
import type { Tensor } from '../library.ts';
import { cellOf, look } from '../lookup.ts';
import { noOptions, type Options } from '../options.ts';
import { read } from '../read.ts';
import type { Run } from '../run.ts';
import { done, isPromise, type Task } from '../task.ts';
import { Cell, Node, none, type Reach, type Value } from '../values.ts';
import { compute } from './arithmetic.ts';
import type { Gradients } from './gradients.ts';
import { type Entry, type Lowered, lower, writesOf } from './lower.ts';

/**
 * Gradients of a library that differentiates functions. The evaluator logs what it runs and lowers a `backward` to a
 * pure function of its leaves. Leaves, `.grad` slots and `no_grad` are its own; the derivative is the library's.
 */
export class Functional implements Gradients {
  readonly silent = undefined;
  readonly available = true;
  readonly readsRequiresGrad = false;
  private readonly library: FunctionalAutograd<Tensor>;
  private readonly entries: Entry[] = [];

  constructor(library: FunctionalAutograd<Tensor>) {
    this.library = library;
  }

  reach(run: Run, work: Pick<Work, 'args' | 'options' | 'through'>): Reach {
    if (!run.recording) return 'nothing';
    if (nodesIn(work.through ?? work.args).some((node) => node.tracked)) return 'gradient';
    return tensorsOf(work).some((node) => node.reach !== 'nothing') ? 'value' : 'nothing';
  }

  log(work: Work, result: Value): void {
    const items = result.kind === 'sequence' ? result.items : [result];
    const outs = items.map((item) => (item.kind === 'tensor' ? item.node : undefined));
    // What became a value of the host is a constant, as it is in PyTorch.
    if (outs.every((out) => out === undefined)) return;
    this.entries.push({ work, outs, many: result.kind === 'sequence', writes: writesOf(work) });
  }

  *mark(run: Run, cell: Cell, on: boolean, place: readonly number[]): Task<void> {
    const { node } = cell;
    if (node.leaf === on && node.tracked === on) return;
    if (!on && node.tracked && !node.leaf) unsupported('feature autograd.tape: requires_grad of a result');
    if (on && node.tracked) return;
    // PyTorch raises here, which is nothing that the library could do.
    if (on && !isFloat(yield* run.dtypeOf(node))) {
      unsupported('feature autograd.tape: requires_grad of a tensor that is not floating');
    }
    // A new state: what ran before it was a leaf stays unrecorded.
    cell.become(run.node(node.value, place, on));
  }

  detach(_: Run, cell: Cell): Task<Cell> {
    return done(new Cell(new Node(cell.node.value, cell.node.place)));
  }

  data(_: Run, cell: Cell): Cell {
    return new Cell(new Node(cell.node.value, cell.node.place), { origin: cell });
  }

  grad(_: Run, cell: Cell): Cell | null {
    if (cell.node.tracked && !cell.node.leaf) unsupported('feature autograd.tape: .grad of a result');
    return cell.grad;
  }

  *backward(run: Run, call: Call, self: Cell, gradient: Node | undefined, options: Options): Task<void> {
    if (options.values.create_graph === true) unsupported('feature autograd.tape: backward with create_graph');
    const { inputs, copies, f } = lower(this.entries, self.node);
    if (inputs.length === 0) unsupported('feature autograd.tape: backward without a leaf');
    yield* fillCopies(run, copies);
    const values = inputs.map((node) => node.value);
    run.asked = true;
    const grads = yield* guarded(call.place, () => this.library.vjp(f, values, gradient?.value));
    this.count(call, grads, inputs);
    for (const [i, leaf] of inputs.entries()) yield* this.accumulate(run, leaf.cell!, grads[i]!, call.place);
  }

  private count(call: Call, grads: readonly unknown[], inputs: readonly Node[]): void {
    if (!Array.isArray(grads) || grads.length !== inputs.length) {
      throw new Breach(`vjp must return ${inputs.length} gradients for ${call.op}`);
    }
  }

  private *accumulate(run: Run, leaf: Cell, value: Tensor, place: readonly number[]): Task<void> {
    const node = run.node(value, place);
    if (leaf.grad === null) {
      leaf.grad = new Cell(node, { slotOf: leaf });
      return;
    }
    run.assisted.add('accumulation of .grad');
    const sum = yield* compute(run, [leaf.grad.node, node], ([a, b], round) => round(a! + b!));
    leaf.grad.become(run.node(sum, place));
  }

  /**
   * `autograd.grad`: one more op of the log, so that orders nest. A result among the inputs is a place at which the function
   * is cut, and what lies before it is then out of reach: each has a function of its own.
   */
  *gradientsOf(run: Run, call: Call, outputs: Cell, inputs: readonly Cell[]): Task<Value> {
    // PyTorch raises here, which is nothing that the library could do.
    if (inputs.length === 0) unsupported('feature autograd.tape: gradients in no tensor');
    const leaves = inputs.map((cell) => cell.node).filter((node) => node.leaf);
    const found = new Map<Node, Cell>();
    if (leaves.length > 0) yield* this.differentiate(run, call, outputs.node, leaves, found);
    for (const { node } of inputs) if (!node.leaf) yield* this.differentiate(run, call, outputs.node, [node], found);
    const items = inputs.map(({ node }) => found.get(node) ?? unusedGradient(call));
    return { kind: 'sequence', python: 'tuple', items };
  }

  private *differentiate(
    run: Run,
    call: Call,
    output: Node,
    wanted: readonly Node[],
    found: Map<Node, Cell>,
  ): Task<void> {
    const lowered = lower(this.entries, output, wanted);
    if (!wanted.some((node) => lowered.inputs.includes(node))) return;
    yield* fillCopies(run, lowered.copies);
    const cotangent = cotangentOf(run, call);
    const args = cotangent === undefined ? lowered.inputs : [...lowered.inputs, cotangent];
    const fn = this.gradientFunction(call, lowered, cotangent !== undefined);
    const work: Work = { op: call.op, place: call.place, args, options: noOptions, fn };
    run.asked = true;
    const grads = yield* guarded(call.place, () => fn(...args.map((node) => node.value)) as Tensor[]);
    this.count(call, grads, lowered.inputs);
    const tracked = isOn(call, 'create_graph');
    const made = grads.map((grad) => run.cell(grad, call.place, false, tracked ? 'gradient' : 'nothing'));
    if (tracked) this.log(work, { kind: 'sequence', python: 'tuple', items: made });
    for (const [i, node] of lowered.inputs.entries()) if (wanted.includes(node)) found.set(node, made[i]!);
  }

  private gradientFunction(call: Call, { inputs, f }: Lowered, hasCotangent: boolean): Work['fn'] {
    return (...raw) => {
      const values = raw.slice(0, inputs.length) as Tensor[];
      const cotangent = hasCotangent ? (raw[inputs.length] as Tensor) : undefined;
      const grads = this.library.vjp(f, values, cotangent);
      if (!isPromise(grads)) this.count(call, grads, inputs);
      return grads;
    };
  }

  *zeroGrad(run: Run, cells: readonly Cell[], options: Options, place: readonly number[]): Task<void> {
    run.assisted.add('zero_grad');
    for (const cell of cells) {
      if (cell.grad === null) continue;
      if (options.values.set_to_none === true) cell.grad = null;
      else cell.grad.become(run.node(yield* compute(run, [cell.grad.node], () => 0), place));
    }
  }
}

function* fillCopies(run: Run, copies: Lowered['copies']): Task<void> {
  for (const node of copies.keys()) {
    const copy = run.library.adapter.tensor(yield* read(run.library, node));
    copies.set(node, run.node(copy, node.place).value);
  }
}

const unusedGradient = (call: Call): Value =>
  isOn(call, 'allow_unused') && !isOn(call, 'materialize_grads')
    ? none
    : unsupported('feature autograd.tape: a gradient of an unused tensor');

const isOn = (call: Call, name: string): boolean =>
  call.options.some((option) => option.name === name && option.value === true);

function cotangentOf(run: Run, call: Call): Node | undefined {
  const option = call.options.find(({ name }) => name === 'grad_outputs');
  return option?.kind === 'ref' ? cellOf(look(run, option.value), 'grad_outputs').node : undefined;
}
