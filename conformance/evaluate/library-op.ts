import { unsupported } from '../adapter/contract.ts';
import { argumentsOf } from './arguments.ts';
import { hostOp } from './host-op.ts';
import { invoke } from './invoke.ts';
import type { LibraryFunction } from './library.ts';
import { cellOf, resolve } from './lookup.ts';
import { mutate } from './mutate.ts';
import { optionsOf } from './options.ts';
import type { Call } from './plan.ts';
import { resultsOf } from './results.ts';
import type { Run } from './run.ts';
import { checkIntegralFloats } from './scalar.ts';
import type { Task } from './task.ts';
import { Cell, type Value } from './values.ts';

const requiresGrad: ReadonlySet<string> = new Set(['requires_grad']);

/** An op that the adapter lists in `ops` or `composed`. */
export function* libraryOp(run: Run, call: Call): Task<Value> {
  const values = call.operands.map((operand) => resolve(run, operand));
  const onHost = hostOp(run, call, values);
  if (onHost !== undefined) return yield* onHost;
  if (call.op === 'requires_grad_' && !marksItself(run)) return yield* mark(run, call, values);
  if (call.op === 'autograd.grad' && run.gradients.gradientsOf !== undefined) return yield* gradient(run, call, values);
  yield* checkIntegralFloats(run, call, values);
  if (call.inplace || call.target !== undefined) return yield* mutate(run, call, values);
  return yield* compute(run, call, values);
}

function* compute(run: Run, call: Call, values: readonly Value[]): Task<Value> {
  const fn = functionFor(run, call.op) ?? unsupported(`op ${call.op}`);
  const leaf = call.options.some(({ name, value }) => name === 'requires_grad' && value === true);
  const args = yield* argumentsOf(run, values);
  const options = yield* optionsOf(run, call, run.gradients.readsRequiresGrad ? undefined : requiresGrad);
  const work = { op: call.op, place: call.place, fn, args, options };
  const raw = yield* invoke(run, work);
  const markLeaf = leaf && (!run.gradients.readsRequiresGrad || options.take('requires_grad'));
  options.check(call.op);
  const tracked = call.page.differentiable.length > 0 && run.gradients.tracks(run, args);
  const self = values[0] instanceof Cell ? values[0].node : undefined;
  const result = resultsOf(run, call, raw, tracked, self);
  if (tracked) run.gradients.log(work, result);
  if (markLeaf) yield* run.gradients.mark(run, cellOf(result, call.op), true, call.place);
  else if (leaf && result instanceof Cell) result.become(run.node(result.node.value, call.place, true));
  return result;
}

export const hasFunction = (run: Run, op: string): boolean =>
  run.library.ops[op] !== undefined || run.library.composed[op] !== undefined;

/** The adapter's function for an op, if it has one. */
export function functionFor(run: Run, op: string): LibraryFunction | undefined {
  const own = run.library.ops[op];
  if (own !== undefined) return own;
  const composed = run.library.composed[op];
  if (composed !== undefined) run.composed.add(op);
  return composed;
}

const marksItself = (run: Run): boolean =>
  run.gradients.readsRequiresGrad && run.library.adapter.mutation === 'in-place' && hasFunction(run, 'requires_grad_');

function* mark(run: Run, call: Call, [self]: readonly Value[]): Task<Value> {
  const cell = cellOf(self, call.op);
  const off = call.options.some(({ name, value }) => name === 'requires_grad' && value === false);
  yield* run.gradients.mark(run, cell, !off, call.place);
  return cell;
}

function* gradient(run: Run, call: Call, [outputs, inputs]: readonly Value[]): Task<Value> {
  const list = inputs?.kind === 'sequence' ? inputs.items : [inputs];
  const cells = list.map((input) => cellOf(input, call.op));
  return yield* run.gradients.gradientsOf!(run, call, cellOf(outputs, call.op), cells);
}
