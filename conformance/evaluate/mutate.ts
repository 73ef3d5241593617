import { unsupported } from '../adapter/contract.ts';
import type { Call } from '../plan/plan.ts';
import { functionFor } from './adapter-function.ts';
import { argumentsOf } from './arguments.ts';
import { compute } from './gradients/arithmetic.ts';
import { invoked, type Work } from './invoke.ts';
import { cellOf, look } from './lookup.ts';
import { fixedOptions, optionsOf } from './options.ts';
import { differentiated, reachOf } from './reach.ts';
import { read } from './read.ts';
import { tensorOf } from './results.ts';
import type { Run } from './run.ts';
import type { Task } from './task.ts';
import { type Cell, Node, type Value } from './values.ts';

const out: ReadonlySet<string> = new Set(['out']);

/** An op that writes: to its first operand, or to its option `out`. Its result is the tensor that it wrote to. */
export function* mutate(run: Run, call: Call, values: readonly Value[]): Task<Value> {
  const target = call.target === undefined ? cellOf(values[0], call.op) : cellOf(look(run, call.target), call.op);
  if (run.library.adapter.mutation === 'in-place') yield* write(run, call, values, target);
  else if (call.op === 'zero_' && target.slotOf !== undefined) yield* zero(run, call, target, target.slotOf);
  else if (target.slotOf !== undefined && run.gradients.readsRequiresGrad) unsupported('writing to a gradient');
  else yield* replace(run, call, values, target);
  return target;
}

/** The library writes to its own tensor. */
function* write(run: Run, call: Call, values: readonly Value[], target: Cell): Task<void> {
  const fn = functionFor(run, call.op) ?? unsupported(`op ${call.op}`);
  const args = argumentsOf(run, values);
  const options = optionsOf(run, call);
  const recorded = target.node.reach !== 'nothing' || run.gradients.reach(run, { args, options }) !== 'nothing';
  if (recorded && !run.gradients.readsRequiresGrad)
    unsupported('feature autograd.tape: a recorded tensor is written to');
  yield* invoked(run, { op: call.op, place: call.place, fn, args, options });
  options.check(call.op);
  target.node.writes++;
  run.latest.push(target.node);
}

/** The library's tensors cannot be written to: the op gives the next state of the tensor. */
function* replace(run: Run, call: Call, values: readonly Value[], target: Cell): Task<void> {
  if (target.node.leaf && run.recording) unsupported('feature autograd.tape: a leaf is written to');
  const own = functionFor(run, call.op);
  const borrowed = call.page.inplace === call.op && own === undefined ? functionFor(run, call.page.name) : undefined;
  const fn = own ?? borrowed ?? unsupported(`op ${call.op}`);
  const args = argumentsOf(run, values);
  const options = optionsOf(run, call, out);
  const through = differentiated(call, args, options);
  const work: Work = { op: call.op, place: call.place, fn, args, options, through };
  const value = tensorOf(call.op, yield* invoked(run, work));
  options.check(call.op);
  if (borrowed !== undefined || call.target !== undefined) yield* checkKept(run, call, target, value);
  const reach = reachOf(run, call, work);
  const { leaf } = target.node;
  target.become(run.node(value, call.place, leaf, leaf ? 'gradient' : reach));
  if (reach !== 'nothing') run.gradients.log(work, target);
  if (leaf) yield* run.gradients.mark(run, target, true, call.place);
  if (target.origin !== undefined) yield* replaceOrigin(run, call, target, target.origin);
}

function* replaceOrigin(run: Run, call: Call, data: Cell, origin: Cell): Task<void> {
  const { leaf } = origin.node;
  // PyTorch does not notice such a write, and its gradients see it; a replay of what was recorded would not.
  origin.node.writes++;
  origin.become(run.node(data.node.value, call.place, leaf));
  if (leaf) yield* run.gradients.mark(run, origin, true, call.place);
}

/** An in-place op keeps shape and dtype; where the op itself would not, PyTorch raises, and the library cannot. */
function* checkKept(run: Run, call: Call, target: Cell, value: Cell['node']['value']): Task<void> {
  const before = yield* read(run.library, target.node);
  const after = yield* read(run.library, new Node(value, call.place));
  // An `out` is resized.
  const sameShape = call.target !== undefined || before.shape.join() === after.shape.join();
  if (before.dtype !== after.dtype || !sameShape) unsupported(`in-place ${call.op}`);
}

/** `x.grad.zero_()` */
function* zero(run: Run, call: Call, slot: Cell, owner: Cell): Task<void> {
  if (run.gradients.readsRequiresGrad) {
    yield* run.gradients.zeroGrad(run, [owner], fixedOptions({ set_to_none: false }), call.place);
    return;
  }
  run.assisted.add('.grad.zero_');
  slot.become(run.node(yield* compute(run, [slot.node], () => 0), call.place));
}
