import type { Adapter } from '../../adapter/contract.ts';
import type { OpStep, Request, Step, TensorValue } from '../../values/case.ts';
import type { Observation, Outcome } from '../../values/observation.ts';
import { evaluate } from '../evaluate.ts';

/** A float32 vector. */
export const vector = (...data: number[]): TensorValue => ({ dtype: 'float32', shape: [data.length], data });
export const leaf = (...data: number[]): TensorValue => ({ ...vector(...data), requires_grad: true });

type Case = {
  readonly inputs?: Request['inputs'];
  readonly ops: readonly Step[];
  readonly observe?: readonly string[];
};

export const op = (name: string, operands: OpStep['in'] = [], rest: Pick<OpStep, 'with' | 'out'> = {}): OpStep => ({
  op: name,
  in: operands,
  ...rest,
});

/** Runs a few steps and observes some names. */
export const run = <T>(adapter: Adapter<T>, { inputs = {}, ops, observe = [] }: Case): Promise<Outcome> =>
  evaluate(adapter, { id: 'sample', inputs, ops, observe: observe.map((name) => ({ name })) });

/** The elements that the names held, in the order asked for; any other outcome as it is. */
export const elements = async <T>(adapter: Adapter<T>, sample: Case): Promise<unknown> => {
  const outcome = await run(adapter, sample);
  if (outcome.status !== 'result') return outcome;
  const seen = (sample.observe ?? []).map((name) => bare(outcome.values[name]!));
  return seen.length === 1 ? seen[0] : seen;
};

const bare = (seen: Observation): unknown => {
  if (seen.kind === 'tensor') return Array.from(seen.data);
  if (seen.kind === 'host') return seen.value;
  return seen.kind === 'null' ? null : seen.each.map(bare);
};
