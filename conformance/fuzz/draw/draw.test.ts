import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import reference from '../../adapters/reference/index.ts';
import { validateFixture } from '../../load/validators.gen.ts';
import { definitionOf } from '../../pages/options.ts';
import type { Page } from '../../pages/page.ts';
import { pageOf } from '../../pages/page-of.ts';
import { pages } from '../../pages/pages.gen.ts';
import { inProcess } from '../../run/in-process.ts';
import { requestOf } from '../../run/request.ts';
import type { Dtype, OpStep } from '../../values/case.ts';
import { callsIn } from '../../values/steps.ts';
import { programs } from '../shrink/arbitrary.ts';
import { isLeftOut, leftOut, neverBeside, onlyBeside, optionsLeftOut } from './not-drawn.ts';
import { caseOf, type Program, unjudged } from './program.ts';
import { recipes } from './recipes/index.ts';
import { vocabulary } from './vocabulary.ts';

const dtypes = new Set<Dtype>(Object.keys(reference.dtypes) as Dtype[]);
const words = vocabulary();
const drawn = fc.sample(programs({ words, dtypes }), { seed: 1, numRuns: 6000 });
const right = await inProcess(reference);
/** The options that a call gives, by their own names. */
const namesOf = (op: string, options: object): readonly string[] =>
  Object.keys(options).map((name) => `${op}.${pageOf(op)!.page.options[name]?.alias ?? name}`);
const run = (program: Program) => right.run(requestOf(caseOf(program, unjudged(program))));

describe('random programs', () => {
  test('hold from 1 to 12 ops, those of the backward pass apart, on inputs that are named once', () => {
    for (const { ops, inputs } of drawn) {
      const forward = callsIn(ops).filter(({ op }) => op !== 'backward' && op !== 'autograd.grad');
      expect(forward.length).toBeLessThanOrEqual(12 + 4);
      expect(Object.keys(inputs).length).toBeLessThanOrEqual(60);
    }
    expect(drawn.filter(({ ops }) => ops.length > 0).length).toBeGreaterThan(1400);
  });

  test('are valid under the schema of fixtures', () => {
    for (const { inputs, ops } of drawn.filter(({ ops }) => ops.length > 0).slice(0, 300)) {
      const one = { id: 'a', title: { en: 'a' }, rules: ['sum.C1'], inputs, ops, expected: { x: { null: true } } };
      const valid = validateFixture({ title: 'a', source: 'spec', cases: [one] });
      expect(valid ? [] : validateFixture.errors).toEqual([]);
    }
  });

  test('use every op that has a page, but those that are left out with a reason', () => {
    const used = new Set(drawn.flatMap(({ ops }) => callsIn(ops).map(({ op }) => op)));
    for (const { op } of words) expect(used).toContain(op);
    const objects = /^(nn|optim|data)\.|^(call|parameters|load_state_dict|step)$/;
    const missing = Object.values(pages).filter((page) => !used.has(page.name) && !isLeftOut(page));
    expect(missing.map(({ name }) => name).filter((op) => !objects.test(op))).toEqual([]);
  });

  test('give every option of these ops, but those that are left out with a reason', () => {
    const alone = words.flatMap((word) =>
      fc.sample(programs({ words: [word], dtypes, most: 1 }), { seed: 1, numRuns: 200 }),
    );
    const given = new Set(
      alone.flatMap(({ ops }) => callsIn(ops).flatMap(({ op, with: options = {} }) => namesOf(op, options))),
    );
    const isLeft = (page: Page, option: string): boolean =>
      optionsLeftOut.some(({ kind, name }) => option === name || (kind && definitionOf(page, option) === kind));
    const due = words.flatMap(({ op, page }) =>
      Object.keys(page.options)
        .filter((name) => !isLeft(page, name))
        .map((name) => `${op}.${page.options[name]!.alias ?? name}`),
    );
    expect(due.filter((option) => !given.has(option))).toEqual([]);
  });

  test('leave out nothing that is not there', () => {
    const all = Object.values(pages);
    for (const { feature, ops = [] } of leftOut) {
      if (feature !== undefined) expect(all.map((page) => page.feature)).toContain(feature);
      for (const op of ops) expect(Object.keys(pages)).toContain(op);
    }
    const options = words.flatMap(({ page }) => Object.keys(page.options).map((name) => [page, name] as const));
    for (const { kind, name } of optionsLeftOut)
      expect(options.filter(([page, one]) => one === name || definitionOf(page, one) === kind)).not.toEqual([]);
    for (const { option, beside } of [...onlyBeside, ...neverBeside])
      expect(words.filter(({ page }) => option in page.options && beside in page.options)).not.toEqual([]);
    const pagesDrawn = new Set(words.map(({ page }) => page.name));
    for (const op of Object.keys(recipes)) expect(pagesDrawn).toContain(op);
  });

  test('hand integers that only say where to nothing else, where something stands for int64', () => {
    const few = new Set<Dtype>(['float32', 'bool']);
    const options = { words, dtypes: few, places: true };
    const steps = fc.sample(programs(options), { seed: 1, numRuns: 8000 }).flatMap(({ inputs, ops }) => {
      const places = Object.keys(inputs).filter((name) => inputs[name]!.dtype === 'int64');
      const given = (step: OpStep): string => JSON.stringify([step.in, Object.values(step.with ?? {})]);
      // What the backward pass reads may be zeroed, to see that it raises.
      const calls = callsIn(ops).filter(({ op }) => op !== 'zero_');
      return calls.filter((step) => places.some((name) => given(step).includes(`"${name}"`)));
    });
    const used = new Set(steps.map(({ op }) => op));
    const slices = ['index_add', 'index_add_', 'index_fill', 'index_fill_', 'index_select'];
    const elements = ['gather', 'scatter', 'scatter_', 'scatter_add', 'scatter_add_', 'take_along_dim'];
    const others = ['cross_entropy', 'getitem', 'nll_loss', 'repeat_interleave', 'setitem'];
    expect([...used].sort()).toEqual([...slices, ...elements, ...others].sort());
  });

  test('mostly run', async () => {
    const outcomes = await Promise.all(drawn.filter(({ mistake }) => mistake === undefined).map(run));
    const good = outcomes.filter(({ status }) => status === 'result').length;
    expect(good / outcomes.length).toBeGreaterThan(0.9);
  });

  test('hold zero-size and 0-d tensors, special values, and gradients in good part', () => {
    const inputs = drawn.map((program) => Object.values(program.inputs));
    const share = (holds: (i: number) => boolean): number => drawn.filter((_, i) => holds(i)).length / drawn.length;
    expect(share((i) => inputs[i]!.some(({ shape }) => shape.includes(0)))).toBeGreaterThan(0.1);
    expect(share((i) => inputs[i]!.some(({ shape }) => shape.length === 0))).toBeGreaterThan(0.2);
    expect(share((i) => /NaN|Infinity/.test(JSON.stringify(inputs[i])))).toBeGreaterThan(0.1);
    expect(share((i) => drawn[i]!.observe.some((name) => name.endsWith('.grad')))).toBeGreaterThan(0.1);
  });

  test('are the same for the same seed, and others for another', () => {
    const draw = (seed: number) => fc.sample(programs({ words, dtypes }), { seed, numRuns: 50 });
    expect(draw(1)).toEqual(drawn.slice(0, 50));
    expect(draw(2)).not.toEqual(draw(1));
  });

  test('keep to the dtypes that there are', () => {
    const few = new Set<Dtype>(['float32', 'bool']);
    for (const { inputs } of fc.sample(programs({ words, dtypes: few }), { seed: 3, numRuns: 300 }))
      for (const { dtype } of Object.values(inputs)) expect(few).toContain(dtype);
  });

  test('name every operand, also beside results of dtypes that no input may have', () => {
    const few = new Set<Dtype>(['float64', 'int64', 'bool']);
    for (const { ops } of fc.sample(programs({ words, dtypes: few }), { seed: 3, numRuns: 1000 }))
      for (const { in: operands = [] } of callsIn(ops)) expect(operands).not.toContain(undefined);
  });
});

describe('a mistake', () => {
  const wrong = drawn.filter(({ mistake }) => mistake !== undefined);

  test('is made in a share of the programs', () => {
    expect(wrong.length / drawn.length).toBeGreaterThan(0.08);
    expect(new Set(wrong.map(({ mistake }) => mistake!.kind)).size).toBeGreaterThanOrEqual(4);
  });

  test('raises, and with its kind, unless the program has raised before', async () => {
    let reached = 0;
    for (const program of wrong) {
      const outcome = await run(program);
      expect(outcome.status).toBe('threw');
      if (outcome.status !== 'threw' || outcome.op[0] !== program.mistake!.op) continue;
      reached++;
      expect([program.ops.at(-1), outcome.kind]).toEqual([program.ops.at(-1), program.mistake!.kind]);
    }
    expect(reached / wrong.length).toBeGreaterThan(0.85);
  });
});

test('an op whose page is all that is known of it is drawn', () => {
  const page: Page = { ...pages.add!, name: 'hypot', torch: 'torch.hypot', options: { mode: { enum: ['a', 'b'] } } };
  const { inplace: _, ...bare } = page;
  const found = fc.sample(programs({ words: vocabulary({ hypot: bare }), dtypes, most: 1 }), { seed: 1, numRuns: 100 });
  const steps = found.flatMap(({ ops }) => callsIn(ops)).filter(({ op }) => op === 'hypot');
  expect(steps.length).toBeGreaterThan(50);
  expect(steps.some(({ with: options }) => options?.mode === 'b')).toBe(true);
});
