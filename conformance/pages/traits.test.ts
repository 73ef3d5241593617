import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import reference from '../adapters/reference/index.ts';
import { caseOf, type Program, unjudged } from '../fuzz/draw/program.ts';
import { vocabulary } from '../fuzz/draw/vocabulary.ts';
import { programs } from '../fuzz/shrink/arbitrary.ts';
import { inProcess } from '../run/in-process.ts';
import { requestOf } from '../run/request.ts';
import type { OpStep, TensorValue } from '../values/case.ts';
import { isFloat } from '../values/dtypes.ts';
import { flatten } from '../values/element.ts';
import type { Observation } from '../values/observation.ts';
import { callsIn } from '../values/steps.ts';
import type { Page } from './page.ts';
import { pages } from './pages.gen.ts';
import { computes, hasTrait, opsWith } from './traits.ts';

const right = await inProcess(reference);
const seen = async (program: Program): Promise<Readonly<Record<string, Observation>> | undefined> => {
  const outcome = await right.run(requestOf(caseOf(program, unjudged(program))));
  return outcome.status === 'result' ? outcome.values : undefined;
};

/** Programs of one step of an op. */
const calls = (page: Page): readonly (readonly [Program, OpStep])[] => {
  const words = vocabulary().filter((word) => word.op === page.name);
  const dtypes = new Set(['float32', 'float64', 'int64', 'bool'] as const);
  return fc
    .sample(programs({ words, dtypes, most: 1 }), { seed: 1, numRuns: 150 })
    .filter(({ ops, mistake }) => mistake === undefined && callsIn(ops).length === 1)
    .map((program) => [program, callsIn(program.ops)[0]!]);
};
const drawn = new Set(vocabulary().map(({ page }) => page.name));
const kept = (values: unknown): string => JSON.stringify(values, (_, v) => (typeof v === 'bigint' ? Number(v) : v));
/** Zeros of either sign are one here. */
const plain = (given: Readonly<Record<string, Observation>> | undefined): string =>
  kept(
    Object.values(given ?? {}).map((one) => (one.kind === 'tensor' ? Array.from(one.data, (x) => Number(x) + 0) : one)),
  );

describe('what pages say of', () => {
  test('symmetric ops is true, and of no other op', async () => {
    const two = Object.values(pages).filter(
      ({ name, operands, mutates }) =>
        drawn.has(name) && !mutates && operands.length === 2 && operands.every(({ type }) => type.startsWith('tensor')),
    );
    const symmetric: string[] = [];
    for (const page of two) {
      let differ = 0;
      let compared = 0;
      for (const [program, step] of calls(page)) {
        const names = step.in?.filter((one) => typeof one === 'string') ?? [];
        if (names.length !== 2) continue;
        const observe = [step.out as string];
        const one = await seen({ ...program, observe });
        if (one === undefined) continue;
        const other = await seen({ ...program, ops: [{ ...step, in: names.toReversed() }], observe });
        compared++;
        if (plain(one) !== plain(other)) differ++;
      }
      if (differ === 0 && compared > 10) symmetric.push(page.name);
    }
    expect(symmetric).toEqual(opsWith('symmetric'));
  }, 60_000);

  test('linear ops is true, and of no other op', async () => {
    const wrong: string[] = [];
    for (const page of Object.values(pages).filter(({ name }) => drawn.has(name))) {
      if (page.differentiable.length === 0) continue;
      const found = await isLinear(page);
      if (found !== hasTrait(page, 'linear')) wrong.push(`${page.name}: ${found}`);
    }
    expect(wrong).toEqual([]);
  }, 60_000);
});

const whole = (value: TensorValue, next: () => number): TensorValue => {
  const fill = (data: TensorValue['data']): TensorValue['data'] =>
    Array.isArray(data) ? data.map((part) => fill(part as TensorValue['data'])) : next();
  return { ...value, data: fill(value.data) } as TensorValue;
};

/** Whether f(x − 2y) is f(x) − 2 f(y) for x and y, a quarter above whole numbers, in the place of all float operands. */
const isLinear = async (page: Page): Promise<boolean> => {
  let compared = 0;
  for (const [program, step] of calls(page)) {
    const at = page.operands.flatMap(({ name }, i) => (page.differentiable.includes(name) ? [i] : []));
    const names = at.flatMap((i) => [step.in?.[i]].flat()).filter((one) => typeof one === 'string');
    const held = Object.entries(program.inputs).filter(([name]) => names.includes(name));
    // A number among them, or an integer, is no part of what is scaled.
    if (at.some((i) => step.in?.[i] !== undefined && typeof [step.in[i]].flat()[0] !== 'string')) continue;
    if (held.length === 0 || held.some(([, { dtype }]) => !isFloat(dtype))) continue;
    let state = 7;
    const next = (): number => {
      state = (state * 31 + 11) % 101;
      return (state % 9) - 3.75;
    };
    const x = held.map(([name, value]) => [name, whole(value, next)] as const);
    const y = held.map(([name, value]) => [name, whole(value, next)] as const);
    const z = x.map(([name, value], i) => {
      const [a, b] = [flatten(value.data), flatten(y[i]![1].data)];
      let k = 0;
      return [name, whole(value, () => Number(a[k]) - 2 * Number(b[k++]))] as const;
    });
    const changed = typeof step.out === 'string' ? step.out : Array.isArray(step.out) ? step.out[0]! : names[0]!;
    const results = await Promise.all(
      [x, y, z].map((some) =>
        seen({ ...program, inputs: { ...program.inputs, ...Object.fromEntries(some) }, observe: [changed] }),
      ),
    );
    const [fx, fy, fz] = results.map((one) => floatsOf(one?.[changed]));
    if (fx === undefined || fy === undefined || fz === undefined || fx.length !== fz.length) continue;
    const due = fx.map((v, i) => v - 2 * fy[i]!);
    // An op that is defined on a few numbers alone may meet none where all three are.
    if (!due.some((v, i) => Number.isFinite(v) && Number.isFinite(fz[i]))) continue;
    compared++;
    if (fz.some((v, i) => Math.abs(v - due[i]!) > 1e-4)) return false;
  }
  return compared > 3;
};

const floatsOf = (one: Observation | undefined): readonly number[] | undefined =>
  one?.kind === 'tensor' && isFloat(one.dtype) ? Array.from(one.data, Number) : undefined;

test('every trait is read somewhere', () => {
  const rooms = fileURLToPath(new URL('..', import.meta.url));
  const sources = readdirSync(rooms, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !/node_modules|\.test\.ts$|^lint\/|\.gen\.ts$/.test(file))
    .map((file) => readFileSync(join(rooms, file), 'utf8'));
  const schema = JSON.parse(readFileSync(join(rooms, '../spec/schema/op-page.schema.json'), 'utf8'));
  const traits: readonly string[] = schema.properties.traits.items.enum;
  const isRead = (trait: string): boolean =>
    sources.some(
      (text) =>
        text.includes(`opsWith('${trait}')`) ||
        new RegExp(`hasTrait\\(\\w+, '${trait}'\\)|\\btrait: '${trait}'`).test(text),
    );
  expect(traits.filter((trait) => !isRead(trait))).toEqual([]);
});

test('a call computes what its module amounts to, and that of a sequence', () => {
  const steps: readonly OpStep[] = [
    { op: 'nn.Linear', with: { in_features: 1, out_features: 1 }, out: 'l' },
    { op: 'nn.Sigmoid', out: 's' },
    { op: 'nn.Sequential', in: ['l', 's'], out: 'net' },
    { op: 'call', in: ['net', 'x'], out: 'y' },
  ];
  expect(computes(steps[3]!, steps).map(({ name }) => name)).toEqual(['call', 'nn.Sequential', 'linear', 'sigmoid']);
});
