import type { Call } from '../../plan/plan.ts';
import { Breach } from '../failure.ts';
import { guarded } from '../invoke.ts';
import type { Tensor } from '../library.ts';
import { tensorOf } from '../results.ts';
import type { Run } from '../run.ts';
import type { Task } from '../task.ts';
import type { HandleValue, SequenceValue, Value } from '../values.ts';

type Pass = Iterator<readonly Tensor[]> | AsyncIterator<readonly Tensor[]>;

/** `next(iter(loader))`: a fresh pass, and its first batch. */
export function* nextBatch(run: Run, call: Call, loader: Value | undefined): Task<Value> {
  if (loader?.kind !== 'handle') throw new Breach('next needs a loader');
  const pass = start(loader);
  const batch = yield* following(run, pass, call.place);
  yield* guarded(call.place, () => pass.return?.());
  return batch ?? raiseEmpty();
}

const raiseEmpty = (): never => {
  throw new Breach('the loader has no batch');
};

/** A fresh pass over a loader. */
export function start(loader: HandleValue): Pass {
  const batches = loader.handle as Partial<Iterable<readonly Tensor[]> & AsyncIterable<readonly Tensor[]>>;
  const pass = batches?.[Symbol.iterator]?.() ?? batches?.[Symbol.asyncIterator]?.();
  if (pass === undefined) throw new Breach(`a ${loader.type} cannot be iterated`);
  return pass;
}

/** The next batch of a pass, or undefined at its end. */
export function* following(run: Run, pass: Pass, place: readonly number[]): Task<SequenceValue | undefined> {
  const step = yield* guarded(place, () => pass.next());
  if (step.done === true) return undefined;
  if (!Array.isArray(step.value)) throw new Breach('a loader must give lists of tensors');
  const items = step.value.map((tensor) => run.cell(tensorOf('a loader', tensor), place));
  return { kind: 'sequence', python: 'list', items };
}
