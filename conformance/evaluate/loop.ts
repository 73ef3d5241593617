import { unsupported } from '../adapter/contract.ts';
import type { Instruction } from '../plan/plan.ts';
import type { Host } from '../values/observation.ts';
import { functionFor } from './adapter-function.ts';
import { bind } from './binding.ts';
import { Breach, NoTensor } from './failure.ts';
import { invoked } from './invoke.ts';
import { look } from './lookup.ts';
import { following, start } from './objects/batches.ts';
import { fixedOptions } from './options.ts';
import { read } from './read.ts';
import { tensorOf } from './results.ts';
import type { Run } from './run.ts';
import { done, type Task } from './task.ts';
import { type Cell, type HostValue, none, type Value } from './values.ts';

type For = Extract<Instruction, { kind: 'for' }>;

/** `for names in of`: over a loader, a list of the host, or the rows of a tensor along axis 0. */
export function* eachOf(run: Run, loop: For, body: () => Task<void>): Task<void> {
  const over = look(run, loop.of);
  const next = iteration(run, loop, over);
  for (let value = yield* next(); value !== undefined; value = yield* next()) {
    bind(run, loop.names, value, 'a loop');
    yield* body();
  }
}

function iteration(run: Run, loop: For, over: Value): () => Task<Value | undefined> {
  let i = 0;
  switch (over.kind) {
    case 'handle': {
      const pass = start(over);
      return () => following(run, pass, loop.place);
    }
    case 'sequence':
      return () => done(over.items[i++]);
    case 'host':
      if (!Array.isArray(over.value)) break;
      return () => done(hostItems(over.value as readonly Host[])[i++]);
    case 'tensor': {
      let length: number | undefined;
      return function* () {
        length ??= (yield* read(run.library, over.node)).shape[0] ?? 0;
        return i < length ? yield* row(run, loop, over, i++) : undefined;
      };
    }
  }
  throw over === none ? new NoTensor('None cannot be iterated') : new Breach(`a ${over.kind} cannot be iterated`);
}

const hostItems = (list: readonly Host[]): readonly HostValue[] =>
  list.map((value) => ({ kind: 'host', type: 'number', value }));

function* row(run: Run, loop: For, over: Cell, i: number): Task<Cell> {
  const fn = functionFor(run, 'getitem') ?? unsupported('op getitem');
  const work = { op: 'getitem', place: loop.place, fn, args: [over.node], options: fixedOptions({ index: [i] }) };
  const reach = run.gradients.reach(run, work);
  const cell = run.cell(tensorOf('getitem', yield* invoked(run, work)), loop.place, false, reach);
  if (reach !== 'nothing') run.gradients.log(work, cell);
  return cell;
}
