import { unsupported } from '../adapter/contract.ts';
import type { Call } from '../plan/plan.ts';
import { functionFor, hasFunction } from './adapter-function.ts';
import { argumentsOf } from './arguments.ts';
import { NoTensor } from './failure.ts';
import { hostOp } from './host-op.ts';
import { awaited, invoke, type Work } from './invoke.ts';
import { cellOf, resolve } from './lookup.ts';
import { mutate } from './mutate.ts';
import { optionsOf } from './options.ts';
import { differentiated, reachOf } from './reach.ts';
import { resultsOf } from './results.ts';
import type { Run } from './run.ts';
import { checkIntegralFloats, typed } from './scalar.ts';
import { isPromise, type Task } from './task.ts';
import { Node, none, type Value } from './values.ts';

const requiresGrad: ReadonlySet<string> = new Set(['requires_grad']);

/** An op that the adapter lists in `ops` or `composed`. */
export function* libraryOp(run: Run, call: Call): Task<Value> {
  const values = new Array<Value>(call.operands.length);
  for (let i = 0; i < values.length; i++) {
    const value = resolve(run, call.operands[i]!);
    values[i] = value.kind === 'host' && value.type === 'number' ? yield* typed(run, value) : value;
  }
  checkTensors(call, values);
  const onHost = hostOp(run, call, values);
  if (onHost !== undefined) return yield* onHost;
  if (call.op === 'requires_grad_' && !marksItself(run)) return yield* mark(run, call, values);
  if (call.op === 'autograd.grad' && run.gradients.gradientsOf !== undefined) return yield* gradient(run, call, values);
  if (call.floats.length > 0) yield* checkIntegralFloats(run, call, values);
  if (call.inplace || call.target !== undefined) return yield* mutate(run, call, values);
  const work = workOf(run, call, values);
  const result = invoke(run, work);
  const raw = isPromise(result) ? yield* awaited(result, work) : result;
  return call.leaf ? yield* leafResult(run, call, work, raw) : resultOf(run, call, work, raw);
}

/** None stands for an operand that may be left out, and for no other. */
function checkTensors(call: Call, values: readonly Value[]): void {
  for (const [i, { name, type, optional }] of call.page.operands.entries()) {
    const value = values[i];
    const isMissing = value?.kind === 'sequence' ? /tensors$/.test(type) && value.items.includes(none) : value === none;
    if (!isMissing || optional === true || !/^(tensor|any)/.test(type)) continue;
    throw new NoTensor(`${call.op} needs a tensor for ${name}, not None`);
  }
}

function workOf(run: Run, call: Call, values: readonly Value[]): Work {
  const fn = functionFor(run, call.op) ?? unsupported(`op ${call.op}`);
  const args = argumentsOf(run, values);
  const options = optionsOf(run, call, run.gradients.readsRequiresGrad ? undefined : requiresGrad);
  return { op: call.op, place: call.place, fn, args, options, through: differentiated(call, args, options) };
}

function resultOf(run: Run, call: Call, work: Work, raw: unknown): Value {
  work.options.check(call.op);
  const reach = reachOf(run, call, work);
  const self = work.args[0] instanceof Node ? work.args[0] : undefined;
  const result = resultsOf(run, call, raw, reach, self);
  if (reach !== 'nothing') run.gradients.log(work, result);
  return result;
}

/** A creation op with `requires_grad`, which the library itself may have read. */
function* leafResult(run: Run, call: Call, work: Work, raw: unknown): Task<Value> {
  const unread = !run.gradients.readsRequiresGrad || work.options.take('requires_grad');
  const result = cellOf(resultOf(run, call, work, raw), call.op);
  if (unread) yield* run.gradients.mark(run, result, true, call.place);
  else result.become(run.node(result.node.value, call.place, true));
  return result;
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
  // A function has one result: of several, their gradients would be the evaluator's sum.
  if (outputs?.kind === 'sequence') unsupported('feature autograd.tape: gradients of several tensors');
  return yield* run.gradients.gradientsOf!(run, call, cellOf(outputs, call.op), cells);
}
