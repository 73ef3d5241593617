import { unsupported } from '../adapter/contract.ts';
import { isEngineError } from '../judge/engine-error.ts';
import type { Call, Instruction } from '../plan/plan.ts';
import { messageOf } from '../values/message.ts';
import { bind } from './binding.ts';
import { NoTensor, Threw } from './failure.ts';
import { hostValue } from './host-values.ts';
import { libraryOp } from './library-op.ts';
import { cellOf, resolve } from './lookup.ts';
import { eachOf } from './loop.ts';
import { createModule } from './objects/create-module.ts';
import { objectOp } from './objects/objects.ts';
import { createOptimizer } from './objects/optimizers.ts';
import { optionsOf } from './options.ts';
import { readAsGiven } from './read.ts';
import type { Run } from './run.ts';
import type { Task } from './task.ts';
import { none, type Value } from './values.ts';

/** Runs instructions in order. Blocks open no scope. */
export function* execute(run: Run, body: readonly Instruction[]): Task<void> {
  for (const instruction of body) {
    switch (instruction.kind) {
      case 'call':
        run.latest = [];
        run.place = instruction.place;
        bind(run, instruction.out, yield* carryOut(run, instruction), instruction.op);
        if (run.trying) for (const node of run.latest) yield* readAsGiven(run.library, node);
        break;
      case 'unknown':
        return unsupported(`op ${instruction.op}`);
      case 'no_grad':
        yield* silently(run, instruction.body);
        break;
      case 'try':
        yield* upToRaise(run, instruction.body);
        break;
      case 'repeat':
        for (let i = 0; i < instruction.times; i++) yield* execute(run, instruction.body);
        break;
      case 'for':
        run.place = instruction.place;
        yield* eachOf(run, instruction, () => execute(run, instruction.body));
        break;
    }
  }
}

function* silently(run: Run, body: readonly Instruction[]): Task<void> {
  const before = run.recording;
  run.recording = false;
  try {
    yield* execute(run, body);
  } finally {
    run.recording = before;
  }
}

/** Runs a block up to the op that raises. */
function* upToRaise(run: Run, body: readonly Instruction[]): Task<void> {
  const before = run.trying;
  run.trying = true;
  try {
    yield* execute(run, body);
  } catch (error) {
    if (!isRefusal(run, error)) throw error;
  } finally {
    run.trying = before;
  }
}

/** Whether the library has refused what it was asked, in words of its own. */
const isRefusal = (run: Run, error: unknown): boolean => {
  if (error instanceof NoTensor) return run.gradients.readsRequiresGrad;
  return error instanceof Threw && !isEngineError(messageOf(error.error));
};

function carryOut(run: Run, call: Call): Task<Value> {
  switch (call.role) {
    case 'op':
      return libraryOp(run, call);
    case 'host':
      return hostValue(run, call);
    case 'object':
      return objectOp(run, call);
    case 'module':
      return createModule(run, call);
    case 'optimizer':
      return createOptimizer(run, call);
    case 'autograd':
      return call.op === 'detach' ? detach(run, call) : backward(run, call);
  }
}

function* detach(run: Run, call: Call): Task<Value> {
  return yield* run.gradients.detach(run, cellOf(resolve(run, call.operands[0]!), call.op), call.place);
}

function* backward(run: Run, call: Call): Task<Value> {
  const [self, gradient] = call.operands.map((operand) => resolve(run, operand));
  const given = gradient === undefined || gradient.kind === 'host' ? undefined : cellOf(gradient, 'gradient').node;
  yield* run.gradients.backward(run, call, cellOf(self, call.op), given, optionsOf(run, call));
  return none;
}
