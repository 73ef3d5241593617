import { pageOf } from '../../pages/page-of.ts';
import type { Literal, OpStep, Step } from '../../values/case.ts';
import { readBy, tidied, withName, without } from '../draw/names.ts';
import type { Program } from '../draw/program.ts';

/** Half of the steps, then single ones: the largest programs get small at once. */
export function* fewerSteps(program: Program): IterableIterator<Program> {
  const { length } = program.ops;
  for (let size = length >> 1; size >= 1; size >>= 1)
    for (let from = length - size; from >= 0; from -= size)
      yield without(program, new Set(Array.from({ length: size }, (_, k) => from + k)));
}

/** A step less, and in place of what it made one of its operands, or an input if it has none. */
export function* hoisted(program: Program): IterableIterator<Program> {
  const inputs = Object.keys(program.inputs);
  for (const [at, step] of program.ops.entries()) {
    if (!('op' in step) || typeof step.out !== 'string') continue;
    const read = readBy(step);
    for (const name of new Set(read.length > 0 ? read : inputs))
      yield tidied({ ...program, ops: withName(program.ops.toSpliced(at, 1), step.out, name) });
  }
}

/** Looks at fewer names. */
export function* fewerNames(program: Program): IterableIterator<Program> {
  const { observe } = program;
  if (observe.length < 2) return;
  for (const name of observe) yield tidied({ ...program, observe: [name] });
  for (const name of observe) yield tidied({ ...program, observe: observe.filter((one) => one !== name) });
}

/** Steps of a block stand by themselves. */
export function* fewerBlocks(program: Program): IterableIterator<Program> {
  const { mistake, ...rest } = program;
  for (const [at, step] of program.ops.entries())
    if ('no_grad' in step) yield { ...rest, ops: program.ops.toSpliced(at, 1, ...step.no_grad) };
}

const replaced = (program: Program, at: number, step: Step): Program =>
  tidied({ ...program, ops: program.ops.with(at, step) });

function* simplerStep(step: OpStep): IterableIterator<OpStep> {
  const required = pageOf(step.op)?.page.required ?? [];
  const options = Object.entries(step.with ?? {});
  for (const [name, value] of options) {
    const others = options.filter(([other]) => other !== name);
    const set = (changed: Literal): OpStep => ({ ...step, with: Object.fromEntries([...others, [name, changed]]) });
    if (!required.includes(name)) {
      const { with: _, ...bare } = step;
      yield others.length === 0 ? bare : { ...step, with: Object.fromEntries(others) };
    }
    if (Array.isArray(value) && name === 'dim' && value.length > 1) for (const one of value) yield set([one]);
    if (typeof value === 'number' && value !== 0 && !Number.isSafeInteger(value)) yield set(Math.trunc(value));
    if (name === 'index' && Array.isArray(value))
      for (let k = 0; k < value.length && value.length > 1; k++) yield set(value.toSpliced(k, 1));
  }
  for (const [k, operand] of (step.in ?? []).entries()) {
    const set = (changed: Literal): OpStep => ({ ...step, in: step.in!.with(k, changed) });
    if (typeof operand === 'number') for (const simple of [1, 2]) if (operand !== simple) yield set(simple);
    if (Array.isArray(operand) && operand.length > 1)
      for (let i = 0; i < operand.length; i++) yield set((operand as readonly Literal[]).toSpliced(i, 1));
    const optional = pageOf(step.op)?.page.operands[k]?.optional === true;
    if (optional && operand !== null && k === step.in!.length - 1) yield { ...step, in: step.in!.slice(0, -1) };
  }
}

/** Fewer options and operands, one at a time. */
export function* simplerSteps(program: Program): IterableIterator<Program> {
  for (const [at, step] of program.ops.entries())
    if ('op' in step) for (const simpler of simplerStep(step)) yield replaced(program, at, simpler);
}
