/** Calls put into one program: their results, their gradients, or the gradients of these. */
import { shapeOf } from '../fuzz/draw/shapes/index.ts';
import { pageOf } from '../pages/page-of.ts';
import { isDtype, isFloat } from '../values/dtypes.ts';
import { type Call, type Calls, type Given, givenTo, type Shape, type Tensor } from './call.ts';
import { type Draft, leafName, Program, writes } from './program.ts';

/** The operands of a call in which its op has a gradient. */
export const leavesOf = (call: Call): readonly Given[] => {
  const differentiable = pageOf(call.op)?.page.differentiable ?? [];
  if (isDtype(call.options?.dtype) && !isFloat(call.options.dtype)) return [];
  return givenTo(call).filter(
    ({ name, tensor }) => isFloat(tensor.dtype) && differentiable.includes(name.replace(/\d+_$/, '')),
  );
};

/** The calls whose op has a gradient. */
export const recorded = (calls: Calls): Calls =>
  Object.fromEntries(Object.entries(calls).filter(([, call]) => leavesOf(call).length > 0));

/** Of what gradients come back to: of what is written to, all that is viewed. */
export const shapeOfResult = (call: Call): Shape => {
  const { page } = pageOf(call.op)!;
  const given = givenTo(call);
  if (writes(call.op)) return (given[0]!.made?.from[0] ?? given[0]!.tensor).shape;
  if (call.shape !== undefined) return call.shape;
  return (
    shapeOf(
      page,
      given.map(({ tensor }) => tensor.shape),
      call.options ?? {},
    ) ?? []
  );
};

/** Numbers that come back to a result, no two alike, so that a gradient that takes one for another is found out. They add up to 0, as running sums ask. */
export const COTANGENT: readonly number[] = [0.5, -1.25, 2, 0.75, -3, 1.5, -0.5];
const SECOND = [1.5, 0.5, -2.5, 2, -0.75, 1.25, -1];

/** Another direction for each operand: in one and the same, a difference of the two does not change. */
const direction = (k: number): readonly number[] => [...SECOND.slice(k), ...SECOND.slice(0, k)];

export const like = (repeats: readonly number[], shape: Shape): Tensor => ({ dtype: 'float32', shape, repeats });

/** What the calls give. */
export function values(calls: Calls): Draft {
  const program = new Program();
  for (const [suffix, call] of Object.entries(calls)) program.observe(call, program.call(call, suffix).results);
  return program;
}

/** The gradients of the calls, in all operands that have one; what comes back to a result of `shape` is `cotangent(shape)`. */
export function gradients(
  calls: Calls,
  cotangent: (shape: Shape, call: Call) => Tensor = (shape) => like(COTANGENT, shape),
): Draft {
  const program = new Program();
  for (const [suffix, call] of Object.entries(calls)) {
    const leaves = leavesOf(call);
    const { whole } = program.call(call, suffix, leaves);
    program.step('backward', [whole, program.give(`c${suffix}`, cotangent(shapeOfResult(call), call))]);
    program.observe(
      call,
      leaves.map((one) => `${leafName(one, suffix)}.grad`),
    );
  }
  return program;
}

/** Ops whose results are not squared before they are differentiated twice, and why. */
export const UNSQUARED: Readonly<Record<string, string>> = {
  sqrt: 'the square of a root has no second derivative',
  div: 'what is divided twice by a small number hides what is divided by a large one',
};

/** The gradients of what the gradients of y² amount to, which depend on the operands even where y is linear in them. */
export function secondOrder(calls: Calls): Draft {
  const program = new Program();
  for (const [suffix, call] of Object.entries(calls)) {
    const leaves = leavesOf(call);
    const { whole } = program.call(call, suffix, leaves);
    const cotangent = program.give(`c${suffix}`, like(COTANGENT, shapeOfResult(call)));
    const squared = pageOf(call.op)!.page.name in UNSQUARED ? whole : `q${suffix}`;
    if (squared !== whole) program.step('mul', [whole, whole], squared);
    const inputs = leaves.map((one) => leafName(one, suffix));
    const first = leaves.map((_, k) => `g${k || ''}${suffix}`);
    program.step('autograd.grad', [squared, inputs], first, {
      grad_outputs: { ref: cotangent },
      create_graph: true,
    });
    for (const [k, { tensor, made }] of leaves.entries()) {
      const shape = (made?.from[0] ?? tensor).shape;
      const kept = k < leaves.length - 1 ? { retain_graph: true } : {};
      program.step(
        'backward',
        [first[k]!, program.give(`d${k || ''}${suffix}`, like(direction(k), shape))],
        undefined,
        kept,
      );
    }
    program.observe(
      call,
      inputs.map((name) => `${name}.grad`),
    );
  }
  return program;
}
