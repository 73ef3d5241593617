import { type Adapter, Unsupported } from '../adapter/contract.ts';
import { needsViews } from '../needs/aliasing.ts';
import { type Plan, planOf } from '../plan/plan.ts';
import type { Dtype, ErrorKind, Request } from '../values/case.ts';
import { messageOf } from '../values/message.ts';
import type { Observation, Outcome } from '../values/observation.ts';
import { execute } from './execute.ts';
import { Breach, isUnsupported, NoTensor, Threw } from './failure.ts';
import { Functional } from './gradients/functional.ts';
import { type Gradients, noGradients } from './gradients/gradients.ts';
import { Tape } from './gradients/tape.ts';
import { makeInputs } from './inputs.ts';
import { type Library, libraryOf } from './library.ts';
import { look } from './lookup.ts';
import { observe } from './observe.ts';
import { readAsGiven } from './read.ts';
import { Run } from './run.ts';
import { drive, type Task } from './task.ts';
import { none, type Value } from './values.ts';

const started = new WeakMap<object, Promise<void>>();

/** Runs the adapter's `init` once. Rejects with what it threw. `evaluate` does this by itself. */
export function start<T>(adapter: Adapter<T>): Promise<void> {
  let promise = started.get(adapter);
  if (promise === undefined) {
    promise = (async () => adapter.init?.())();
    started.set(adapter, promise);
  }
  return promise;
}

/**
 * Runs one case on a library and says what its names held afterwards, or how it failed. Rejects only if the adapter could
 * not be started. Whether the library can run the case at all is `lacking`'s question, to be asked before.
 */
export async function evaluate<T>(adapter: Adapter<T>, request: Request): Promise<Outcome> {
  if (adapter.init !== undefined) await start(adapter);
  const library = libraryOf(adapter);
  const go = (): Outcome | Promise<Outcome> => drive(evaluateOn(library, request));
  if (adapter.scope === undefined) return go();
  try {
    return await adapter.scope(go);
  } catch (error) {
    return { status: 'error', message: `scope raised: ${messageOf(error)}` };
  }
}

function* evaluateOn(library: Library, request: Request): Task<Outcome> {
  const run = new Run(library, gradientsOf(library));
  const outcome = yield* ended(run, request);
  try {
    run.dispose();
  } catch (error) {
    return { status: 'error', message: `dispose raised: ${messageOf(error)}` };
  }
  return outcome;
}

function* ended(run: Run, request: Request): Task<Outcome> {
  const { library } = run;
  const plan = planOf(request);
  try {
    if (library.adapter.mutation === 'none' && needsViews(plan, request)) {
      return { status: 'unsupported', what: 'feature views' };
    }
    yield* makeInputs(run, request.inputs);
    yield* execute(run, plan.body);
    const values = yield* observeAll(run, plan);
    return result(run, values);
  } catch (error) {
    return yield* failed(run, plan, error);
  }
}

function gradientsOf(library: Library): Gradients {
  const { autograd } = library.adapter;
  if (autograd === undefined) return noGradients;
  return autograd.kind === 'tape' ? new Tape(autograd) : new Functional(autograd);
}

type Values = Record<string, Observation>;

function* observeAll(run: Run, plan: Plan): Task<Values> {
  const values: Values = {};
  for (const { name, path, prints } of plan.observe) values[name] = yield* observe(run, lookOrNone(run, path), prints);
  // A lazy library must be made to do what it was asked.
  if (plan.observe.length === 0) for (const node of run.latest) yield* readAsGiven(run.library, node);
  return values;
}

type Substituted = { readonly substituted?: Readonly<Partial<Record<Dtype, Dtype>>> };

function substitutedIn(run: Run): Substituted {
  const all = Object.entries(run.library.substituted ?? {});
  const met = all.filter(([due]) => run.substituted.has(due as Dtype));
  return met.length === 0 ? {} : { substituted: Object.fromEntries(met) };
}

function result(run: Run, values: Values): Outcome {
  return {
    status: 'result',
    values,
    ...(!run.asked && { idle: true }),
    ...(run.assisted.size > 0 && { assisted: [...run.assisted] }),
    ...substitutedIn(run),
    ...(run.composed.size > 0 && { composed: [...run.composed] }),
    ...(run.adapted.size > 0 && { adapted: [...run.adapted] }),
  };
}

/** What is to be seen of a part of what is not there is that it is not there. */
function lookOrNone(run: Run, path: Plan['observe'][number]['path']): Value {
  try {
    return look(run, path);
  } catch (error) {
    if (error instanceof NoTensor) return none;
    throw error;
  }
}

/** Where the suite keeps the gradients, it is no merit of the library that there is none. */
const withoutTensor = (run: Run, error: NoTensor): unknown =>
  run.gradients.readsRequiresGrad
    ? new Threw(error, run.place)
    : new Unsupported('feature autograd.tape: an op on a gradient that there is not');

function* failed(run: Run, plan: Plan, raised: unknown): Task<Outcome> {
  const error = raised instanceof NoTensor ? withoutTensor(run, raised) : raised;
  if (isUnsupported(error)) {
    const { what, options } = error;
    return { status: 'unsupported', what, ...(options && { options }) };
  }
  if (!(error instanceof Threw)) return { status: 'error', message: messageOf(error) };
  const kind = kindOf(run.library, error.error);
  if (kind instanceof Breach) return { status: 'error', message: kind.message };
  const values = yield* whatHeld(run, plan);
  return {
    status: 'threw',
    op: error.place,
    ...(kind !== undefined && { kind }),
    message: messageOf(error.error),
    ...(error.late && { late: true }),
    values,
    ...substitutedIn(run),
  };
}

function kindOf({ adapter }: Library, error: unknown): ErrorKind | Breach | undefined {
  if (error instanceof NoTensor) return 'invalid_argument';
  try {
    return adapter.classifyError?.(error);
  } catch (other) {
    return new Breach(`classifyError raised: ${messageOf(other)}`);
  }
}

/** What other names held when it raised: those that are bound and can still be read. */
function* whatHeld(run: Run, plan: Plan): Task<Values> {
  const values: Values = {};
  for (const { name, path, prints } of plan.observe) {
    try {
      values[name] = yield* observe(run, look(run, path), prints);
    } catch {
      // Not bound yet, or what raised itself.
    }
  }
  return values;
}
