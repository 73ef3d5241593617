import { unsupported } from '../adapter/contract.ts';
import { type Argument, fill, nodesIn } from './arguments.ts';
import { Breach, isUnsupported, Threw } from './failure.ts';
import type { LibraryFunction } from './library.ts';
import { fillOptions, type Options } from './options.ts';
import type { Run } from './run.ts';
import { isPromise, type Task } from './task.ts';
import type { Node } from './values.ts';

/** What a functional lowering can run again. */
export interface Work {
  /** For messages. */
  readonly op: string;
  readonly place: readonly number[];
  readonly fn: LibraryFunction;
  readonly args: readonly Argument[];
  readonly options: Options;
  /** The arguments that have a gradient; absent: all. */
  readonly through?: readonly Argument[];
}

/**
 * Calls the library once. Its result may be a promise: `awaited` waits for it. What it throws is said in the terms of the
 * evaluator.
 */
export function invoke(run: Run, { op, place, fn, args, options }: Work): unknown {
  const raw = fill(args);
  raw.push(options.seen);
  const silent = run.recording ? undefined : run.gradients.silent;
  try {
    if (silent === undefined) return fn(...raw);
    const result = silent(() => fn(...raw));
    if (isPromise(result)) throw new Breach(`${op} returned a promise under noGrad`);
    return result;
  } catch (error) {
    throw raised(error, op, place, options);
  }
}

/** All tensors that it is given. */
export const tensorsOf = ({ args, options }: Pick<Work, 'args' | 'options'>): Node[] =>
  nodesIn(Object.values(options.tensors), nodesIn(args));

/** What a promise of the library becomes. */
export function* awaited(promise: PromiseLike<unknown>, { op, place, options }: Work): Task<unknown> {
  try {
    return yield promise;
  } catch (error) {
    throw raised(error, op, place, options);
  }
}

/** `invoke`, waiting if need be. */
export function* invoked(run: Run, work: Work): Task<unknown> {
  const result = invoke(run, work);
  return isPromise(result) ? yield* awaited(result, work) : result;
}

/**
 * Runs a function of the adapter that is no op, with the same classification of what it throws. `given`: the options that it
 * was handed, and of what.
 */
export function* guarded<R>(
  place: readonly number[],
  call: () => R | PromiseLike<R>,
  given?: { readonly op: string; readonly options: Options },
): Task<R> {
  try {
    const result = call();
    return isPromise(result) ? ((yield result) as R) : result;
  } catch (error) {
    throw given === undefined ? failure(error, place) : raised(error, given.op, place, given.options);
  }
}

/** What a library raises at that was not told of an option, says nothing of what it does with that option. */
function raised(error: unknown, op: string, place: readonly number[], options: Options): unknown {
  const what = failure(error, place);
  if (what instanceof Threw) options.check(op);
  return what;
}

/** What an adapter's function threw: that the library lacks something, or that it raised. */
export const failure = (error: unknown, place: readonly number[]): unknown =>
  isUnsupported(error) || error instanceof Breach || error instanceof Threw ? error : new Threw(error, place);

/** The same call inside a pure function, with other tensors in the place of some: nothing may be waited for. */
export function replay(work: Work, replaced: ReadonlyMap<Node, unknown>): unknown {
  const result = work.fn(...fill(work.args, replaced), fillOptions(work.options, replaced));
  if (!isPromise(result)) return result;
  // Nobody waits for it, and it may fail for want of what the library has freed since.
  void Promise.resolve(result).then(undefined, () => undefined);
  return unsupported(`a gradient through ${work.op}, which is asynchronous`);
}
