import type { Dtype, Element } from '../values/case.ts';
import { allDtypes } from '../values/dtypes.ts';
import type { Observation, Outcome } from '../values/observation.ts';
import type { Check } from './check.ts';
import { samples } from './dtypes.ts';
import { Broken, lookAtEach, NotChecked } from './ending.ts';
import { runOn } from './probe.ts';
import type { ProcessProbe } from './process-probe.ts';
import { listed, same } from './read-faults.ts';

const spec = 'see "The line protocol" in spec/README.md';

/** What ended in no result, as what is wrong or not to be checked. */
const resultOf = (outcome: Outcome, what: string): Readonly<Record<string, Observation>> => {
  if (outcome.status === 'result') return outcome.values;
  if (outcome.status === 'unsupported') throw new NotChecked(`${what}: ${outcome.what} is unsupported`);
  const message = outcome.status === 'timeout' ? `no answer after ${outcome.after} ms` : outcome.message;
  throw new Broken(`${what} ended as ${outcome.status}: ${message}`, spec);
};

const elementOf = (value: number | bigint | boolean): Element =>
  typeof value === 'bigint' ? (Number.isSafeInteger(Number(value)) ? Number(value) : `${value}`) : value;

/** Sends a tensor, without any op, and expects the same back. */
const back = async (
  probe: ProcessProbe,
  dtype: Dtype,
  shape: readonly number[],
  data: readonly (number | bigint | boolean)[],
): Promise<string[]> => {
  const what = `a ${dtype} of shape [${shape.join(', ')}]`;
  const nested = nest(data.map(elementOf), shape);
  const seen = resultOf(await runOn(probe, [], ['x'], { dtype, shape, data: nested }), what).x;
  if (seen?.kind !== 'tensor') throw new Broken(`${what} is observed as no tensor`, 'answer { dtype, shape, data }');
  if (seen.dtype !== dtype)
    throw new Broken(`${what} comes back as ${seen.dtype}`, 'answer unsupported where the library lacks the dtype');
  if (seen.shape.join() !== shape.join())
    throw new Broken(`${what} comes back with the shape [${seen.shape.join(', ')}]`, 'answer the shape of the tensor');
  if (!same(seen.data, data, dtype))
    throw new Broken(
      `${what}, made of ${listed(data)}, comes back as ${listed(seen.data)}`,
      'elements come nested by axis and go back flat, in row-major order; beyond 2^53 they are text',
    );
  return [];
};

const nest = (data: readonly Element[], [length, ...rest]: readonly number[]): Nested => {
  if (length === undefined) return data[0]!;
  const size = data.length / Math.max(1, length);
  return Array.from({ length }, (_, i) => nest(data.slice(i * size, (i + 1) * size), rest));
};
type Nested = Element | readonly Nested[];

export const dtypesBack: Check<ProcessProbe> = {
  name: 'tensors of every dtype come back as they were sent',
  look: async (probe) => {
    const found: Dtype[] = [];
    await lookAtEach(allDtypes, async (dtype) => {
      await back(probe, dtype, [4], samples[dtype]);
      found.push(dtype);
      return [];
    });
    const lacking = allDtypes.filter((dtype) => !found.includes(dtype));
    const order: readonly Dtype[] = ['float32', 'float64', 'float16', 'bfloat16', 'int32', 'int64'];
    probe.plain = order.find((dtype) => found.includes(dtype)) ?? found[0]!;
    return lacking.length === 0 ? [] : [`unsupported: ${lacking.join(', ')}`];
  },
};

export const shapesBack: Check<ProcessProbe> = {
  name: 'shapes come back: 2-d, 3-d, 0-d and without elements',
  look: (probe) =>
    lookAtEach([[2, 3], [2, 1, 3], [], [0], [2, 0, 3]], (shape) => {
      const size = shape.reduce((product, length) => product * length, 1);
      const numbers = Array.from({ length: size }, (_, i) => i + 1);
      return back(probe, probe.plain, shape, probe.plain === 'int64' ? numbers.map(BigInt) : numbers);
    }),
};

export const unknown: Check<ProcessProbe> = {
  name: 'an op or an option that it does not know is unsupported',
  look: (probe) =>
    lookAtEach(
      [
        { what: 'the op no_such_op', steps: [{ op: 'no_such_op', in: ['x'], out: 'y' }] },
        ...['clone', 'neg', 'sum']
          .filter((op) => probe.has(op))
          .map((op) => ({
            what: `the option no_such_option of ${op}`,
            steps: [{ op, in: ['x'], with: { no_such_option: 1 }, out: 'y' }],
          })),
      ],
      async ({ what, steps }) => {
        const outcome = await runOn(probe, steps, ['y']);
        const { status } = outcome;
        if (outcome.status === 'threw' && outcome.op.length > 0)
          return [`${what} raises: ${outcome.message}; so will cases with options that the library lacks`];
        if (status !== 'unsupported')
          throw new Broken(
            `${what} ended as ${status}, not as unsupported`,
            what.includes('option')
              ? 'an option that is ignored makes its cases fail: name the options of each op under "ops" in the answer to start'
              : 'answer { "unsupported": { "what": … } } for all that is not there',
          );
        return [];
      },
    ),
};

export const raising: Check<ProcessProbe> = {
  name: 'an error of the library is told with its op, and the process goes on',
  look: async (probe) => {
    const pairs = ['add', 'mul', 'sub', 'div'].filter((op) => probe.has(op));
    if (pairs.length === 0) throw new NotChecked('it has none of add, mul, sub and div');
    const data = [1, 2];
    return lookAtEach(pairs, async (op) => {
      const steps = [{ op, in: ['x', 'v'], out: 'y' }];
      const outcome = await runOn(probe, steps, ['y'], {}, { v: { dtype: probe.plain, shape: [2], data } });
      if (outcome.status === 'threw' && outcome.op.join() === '0')
        return back(probe, probe.plain, [1], as1(probe.plain));
      if (outcome.status === 'unsupported') throw new NotChecked(`${op}: ${outcome.what} is unsupported`);
      if (outcome.status === 'result') return [`${op} of the shapes [3] and [2] raises nothing`];
      throw new Broken(
        `${op} of the shapes [3] and [2] ended as ${outcome.status}${'message' in outcome ? `: ${outcome.message}` : ''}`,
        'catch what the library raises: { "threw": { "op": [0], "message": … } }, where [0] is the place of the op',
      );
    });
  },
};

const as1 = (dtype: Dtype): (number | bigint)[] => [dtype === 'int64' ? 1n : 1];
