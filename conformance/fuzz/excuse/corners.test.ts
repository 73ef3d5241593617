import { describe, expect, test } from 'vitest';
import reference from '../../adapters/reference/index.ts';
import { volume } from '../../arbitraries/shape.ts';
import { wrongOp } from '../../faults/laws/fault.ts';
import { behind, inOnePass, type Unrelated, unrelated } from '../../faults/unrelated.ts';
import type { Implementation } from '../../run/implementation.ts';
import { inProcess } from '../../run/in-process.ts';
import type { Observation } from '../../values/observation.ts';
import { type Compared, compare } from '../hold/compare.ts';
import { corners } from './corners.ts';

type Library = typeof reference;
const right = await inProcess(reference);
const library = (op: string, wrong: Parameters<typeof wrongOp>[1]): Library => wrongOp(op, wrong)();

/** NaN for the gradient of what an op takes first; its values stay. */
const nanSlope: Parameters<typeof wrongOp>[1] =
  (call, { ops }) =>
  (x, ...rest) => {
    const y = call(x, ...rest);
    return ops.where!(ops.ne!(y, -1, {}), y, ops.div!(x, 0, {}), {});
  };

/** A library that is right too: by each open corner the one that goes the other way. */
const others: Readonly<Record<string, Library>> = {
  'undefined-integer': library('to', (call, { ops, dtype }) => (x, o) => {
    const y = call(x, o);
    return dtype(y) === 'int32' ? ops.add!(y, 1, {}) : y;
  }),
  'undefined-integer-refused': library('to', (call, { values }) => (x, o) => {
    const y = call(x, o);
    if (values(x).some((value) => !Number.isFinite(Number(value)))) throw new Error('not finite');
    return y;
  }),
  'not-finite-gradient': library('pow', nanSlope),
  'overflow-on-the-way': library('sum', (call, { ops, shape }) => (x, o) => {
    if (shape(x)[0] !== 3) return call(x, o);
    const [a, b, c] = [0, 1, 2].map((at) => ops.getitem!(x, { index: [at] }));
    return ops.add!(ops.add!(a, b, {}), c, {});
  }),
  vanishes: library(
    'sigmoid',
    (call, { ops }) =>
      (x, o) =>
        ops.mul!(call(x, o), 0, {}),
  ),
  'saturated-slope': library('sigmoid', (call, { ops, detach }) => (x, o) => {
    const y = call(x, o);
    return ops.sub!(ops.mul!(y, 2, {}), detach(y), {});
  }),
  'weights-apart': library(
    'cross_entropy',
    (call, { ops }) =>
      (...given) =>
        ops.mul!(call(...given), 1.0001, {}),
  ),
  'sign-of-zero-of-maximum': library(
    'maximum',
    (call, { ops }) =>
      (...given) =>
        ops.neg!(call(...given), {}),
  ),
  'sign-of-zero-of-relu': library(
    'relu',
    (call, { ops }) =>
      (x, o) =>
        ops.neg!(call(x, o), {}),
  ),
  'stride-to-nowhere': library(
    'stride',
    (call) => (x, o) => (call(x, o) as readonly number[]).map((n, k) => (k === 1 ? 7 : n)),
  ),
};

/** Zeros for every gradient that there is not. */
const withZeros = (one: Implementation): Implementation => ({
  ...one,
  run: async (request) => {
    const outcome = await one.run(request);
    if (outcome.status !== 'result') return outcome;
    const zeros = (name: string): Observation => {
      const { dtype, shape } = request.inputs[name.replace('.grad', '')]!;
      return { kind: 'tensor', dtype, shape, data: new Float64Array(volume(shape)) };
    };
    const values = Object.entries(outcome.values).map(([name, seen]) => [
      name,
      seen.kind === 'null' ? zeros(name) : seen,
    ]);
    return { ...outcome, values: Object.fromEntries(values) };
  },
});

/** The other library, with the fault of another one beside. */
const otherOf = async (id: string, fault?: Library): Promise<Implementation> => {
  const own = others[id];
  const changed = Object.entries(own?.ops ?? {}).filter(([name, op]) => (reference.ops as never)[name] !== op);
  const base = fault ?? reference;
  const made = await inProcess({ ...base, ops: { ...base.ops, ...Object.fromEntries(changed) } } as never);
  return id === 'absent-second-gradient' ? withZeros(made) : made;
};

const isFound = (compared: Compared, { shows }: Unrelated): boolean =>
  compared.status === 'differs' && compared.verdict.mismatches?.every(({ name }) => shows.includes(name)) === true;

test('every corner has an id of its own', () => {
  expect(new Set(corners.map(({ id }) => id)).size).toBe(corners.length);
  for (const { id, pytorch } of corners)
    expect([id, pytorch]).toEqual([expect.stringMatching(/^[a-z0-9-]+$/), undefined]);
});

describe.each(corners.map((corner) => [corner.id, corner] as const))('%s', (id, corner) => {
  test('excuses its witness, which differs without it', async () => {
    const sides = { tested: await otherOf(id), against: right };
    expect(await compare(corner.witness, sides)).toMatchObject({ status: 'skipped', corner: id });
    const without = corners.filter((one) => one !== corner);
    expect(await compare(corner.witness, { ...sides, corners: without })).toMatchObject({ status: 'differs' });
  });

  test.each(unrelated.map((fault) => [fault.title, fault] as const))('hides no %s behind it', async (_, fault) => {
    const tested = await otherOf(id, fault.library());
    for (const program of [behind(corner.witness, fault), inOnePass(corner.witness, fault)])
      if (program !== undefined) expect(isFound(await compare(program, { tested, against: right }), fault)).toBe(true);
  });
});
