import { type Optimizer, unsupported } from '../../adapter/contract.ts';
import type { Call } from '../../plan/plan.ts';
import { Breach, withoutOptions } from '../failure.ts';
import { compute } from '../gradients/arithmetic.ts';
import { guarded } from '../invoke.ts';
import type { Tensor } from '../library.ts';
import { cellOf, resolve } from '../lookup.ts';
import { optionsOf } from '../options.ts';
import type { Run } from '../run.ts';
import type { Task } from '../task.ts';
import type { Cell } from '../values.ts';
import type { OptimizerValue } from './optimizer-value.ts';

type Create = (params: readonly Tensor[], options: unknown) => Optimizer<Tensor> | PromiseLike<Optimizer<Tensor>>;

/** `optim.SGD`: the library's own, or a plain step of the evaluator on the `.grad` slots that it keeps. */
export function* createOptimizer(run: Run, call: Call): Task<OptimizerValue> {
  const [list] = call.operands.map((operand) => resolve(run, operand));
  if (list?.kind !== 'sequence') throw new Breach(`${call.op} needs a list of parameters`);
  const params = list.items.map((item) => cellOf(item, call.op));
  const create = (run.library.adapter.optim as Record<string, Create> | undefined)?.[call.op];
  const options = optionsOf(run, call);
  if (create === undefined) {
    checkPlain(run, call);
    return { kind: 'optimizer', op: call.op, params, native: undefined, options };
  }
  // A library without a tape is given values, of which none is a result.
  if (!run.gradients.readsRequiresGrad && params.some(({ node }) => node.tracked && !node.leaf))
    unsupported('feature autograd.tape: a result as a parameter');
  run.uses(call.op);
  const values = params.map((cell) => cell.node.value);
  run.asked = true;
  const native = yield* guarded(call.place, () => create(values, options.seen), { op: call.op, options });
  return { kind: 'optimizer', op: call.op, params, native, options };
}

function checkPlain(run: Run, call: Call): void {
  if (call.op !== 'optim.SGD' || !run.gradients.available || run.gradients.readsRequiresGrad)
    unsupported(`op ${call.op}`);
  for (const { name, value } of call.options) {
    if (name !== 'lr' && value !== 0 && value !== false) withoutOptions(call.op, [name]);
  }
}

/** `trainer.step()` */
export function* step(run: Run, call: Call, { op, params, native, options }: OptimizerValue): Task<void> {
  if (native === undefined) {
    run.assisted.add(op);
    for (const cell of params) yield* plainStep(run, call, cell, options.values.lr as number);
    return;
  }
  const values = params.map((cell) => cell.node.value);
  const grads = params.map((cell) => run.gradients.grad(run, cell)?.node.value ?? null);
  const stepped = (): readonly Tensor[] | undefined => native.step(values, grads) as readonly Tensor[] | undefined;
  const next = yield* guarded(call.place, stepped, { op, options });
  options.check(op);
  if (next === undefined) return checkInPlace(run, op);
  if (!Array.isArray(next) || next.length !== params.length) {
    throw new Breach(`the step of ${op} must return ${params.length} parameters`);
  }
  for (const [i, cell] of params.entries()) yield* replace(run, call, cell, next[i]!);
}

function checkInPlace(run: Run, op: string): void {
  if (run.library.adapter.mutation === 'none') throw new Breach(`${op}: a step must return the new parameters`);
}

function* replace(run: Run, call: Call, cell: Cell, value: Tensor): Task<void> {
  if (value === cell.node.value) return;
  const { leaf } = cell.node;
  cell.become(run.node(value, call.place, leaf));
  if (leaf) yield* run.gradients.mark(run, cell, true, call.place);
}

/** w ← w − lr · w.grad */
function* plainStep(run: Run, call: Call, cell: Cell, lr: number): Task<void> {
  if (cell.grad === null) return;
  const value = yield* compute(run, [cell.node, cell.grad.node], ([w, g], round) => round(w! - round(lr * g!)));
  cell.become(run.node(value, call.place, cell.node.leaf));
}
