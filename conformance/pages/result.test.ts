import { describe, expect, test } from 'vitest';
import { shapeOf } from '../fuzz/draw/shapes/index.ts';
import { loadSuite } from '../load/suite.ts';
import type { Case, Dtype, Literal, OpStep, Step } from '../values/case.ts';
import { refsIn } from '../values/literal.ts';
import { type Say, sayOf } from '../values/promotion.ts';
import { definitionOf } from './options.ts';
import type { Page } from './page.ts';
import { pageOf } from './page-of.ts';
import { pages } from './pages.gen.ts';
import { resultDtype } from './result-dtype.ts';

interface Tensor {
  readonly shape?: readonly number[] | undefined;
  readonly dtype?: Dtype | undefined;
}
/** What a page's rules say of a result, beside what the case expects. */
interface Check {
  readonly case: string;
  readonly op: string;
  readonly said: Tensor;
  readonly expected: Tensor;
}

const names = (operand: Literal): readonly string[] =>
  typeof operand === 'string' ? [operand] : Array.isArray(operand) ? operand.flatMap(names) : [];

const saysOf = (operand: Literal, known: ReadonlyMap<string, Tensor>): readonly (Say | undefined)[] => {
  const number = sayOf(operand);
  if (number !== undefined) return [number];
  return names(operand).map((name): Say | undefined => {
    const { dtype, shape } = known.get(name) ?? {};
    return dtype && shape && { dtype, weight: shape.length > 0 ? 'axes' : '0-d' };
  });
};

/** The tensors among the options that are computed with. */
const tensorsIn = (page: Page, { with: options = {} }: OpStep): readonly string[] =>
  Object.entries(options)
    .filter(([name]) => definitionOf(page, name) === 'ref' && name !== 'out' && name !== 'generator')
    .flatMap(([, value]) => refsIn(value));

/** What the rules say of a step's first result, as far as its operands are known. */
const saidOf = (page: Page, step: OpStep, known: ReadonlyMap<string, Tensor>): Tensor => {
  const operands = step.in ?? [];
  const tensors = operands.flatMap(names).map((name) => known.get(name));
  if (page.mutates === true || page.name !== step.op) return tensors[0] ?? {};
  const shapes = tensors.map((tensor) => tensor?.shape);
  const says = [...operands, ...tensorsIn(page, step)].flatMap((operand) => saysOf(operand, known));
  const whole = <T>(all: readonly (T | undefined)[]): all is readonly T[] => !all.includes(undefined);
  return {
    shape: whole(shapes) ? shapeOf(page, shapes, step.with ?? {}) : undefined,
    dtype: whole(says) ? resultDtype(page, says, step.with) : undefined,
  };
};

/** The steps outside loops, where a name has one value, up to the one that raises. */
const straight = (steps: readonly Step[]): readonly OpStep[] =>
  steps.flatMap((step) => ('op' in step ? [step] : 'no_grad' in step ? straight(step.no_grad) : []));

const checksOf = (one: Case): readonly Check[] => {
  const { error, names: expected } = one.expected;
  const known = new Map<string, Tensor>(Object.entries(one.inputs));
  const steps = error === undefined ? straight(one.ops) : straight(one.ops.slice(0, [error.op].flat()[0]!));
  return steps.flatMap((step) => {
    const page = pageOf(step.op)?.page;
    const out = [step.out ?? (page?.mutates ? step.in![0] : [])].flat()[0] as string | null | undefined;
    if (out === undefined || out === null || page?.shape === undefined) return [];
    const said = saidOf(page, step, known);
    const { shape = said.shape, dtype = said.dtype } = expected[out] ?? {};
    known.set(out, { shape, dtype });
    return [{ case: one.id, op: step.op, said, expected: expected[out] ?? {} }];
  });
};

/** A sparse tensor is looked at through its indices and values. */
const notSeen: ReadonlySet<string> = new Set(['to_sparse']);

const checks = loadSuite().cases.flatMap(checksOf);

describe.each(['shape', 'dtype'] as const)('the rule for the %s of a result', (field) => {
  const held = checks.filter(({ said, expected }) => said[field] !== undefined && expected[field] !== undefined);

  test('gives what the cases expect', () => {
    const wrong = held.filter(({ said, expected }) => `${said[field]}` !== `${expected[field]}`);
    expect(wrong).toEqual([]);
    expect(held.length).toBeGreaterThan(1500);
  });

  test('is held to a case of every op that has one', () => {
    const ops = new Set(held.map(({ op }) => pageOf(op)!.page.name));
    const ruled = Object.values(pages).filter(
      ({ shape }) => shape !== undefined && (field === 'dtype' || shape !== 'data'),
    );
    expect(ruled.map(({ name }) => name).filter((name) => !ops.has(name))).toEqual([...notSeen]);
  });
});
