/** Which names a step reads and binds. */
import type { Literal, OpStep, Step } from '../../values/case.ts';
import { namesIn, refsIn } from '../../values/literal.ts';
import { callsIn } from '../../values/steps.ts';
import type { Program } from '../draw/program.ts';

const root = (path: string): string => path.split('.')[0]!;

export const readBy = (step: Step): readonly string[] =>
  callsIn([step]).flatMap(({ in: operands = [], with: options = {} }) => [
    ...operands.flatMap(namesIn).map(root),
    ...Object.values(options).flatMap(refsIn).map(root),
  ]);

export const boundBy = (step: Step): readonly string[] =>
  callsIn([step]).flatMap(({ out }) => [out ?? []].flat().filter((name): name is string => name !== null));

/** The program without inputs that nothing reads, and without looking at what is not there. */
export const tidied = ({ inputs, ops, observe, ...rest }: Program): Program => {
  const read = new Set(ops.flatMap(readBy));
  const bound = new Set(ops.flatMap(boundBy));
  const kept = Object.entries(inputs).filter(([name]) => read.has(name) || observe.includes(name));
  const held = new Set([...bound, ...kept.map(([name]) => name)]);
  return { ...rest, inputs: Object.fromEntries(kept), ops, observe: observe.filter((path) => held.has(root(path))) };
};

/** The program without a step, and without all that needs what it binds. */
export const without = (program: Program, drop: ReadonlySet<number>): Program => {
  const gone = new Set<string>();
  const ops = program.ops.filter((step, at) => {
    const goes = drop.has(at) || readBy(step).some((name) => gone.has(name));
    if (goes) for (const name of boundBy(step)) gone.add(name);
    return !goes;
  });
  const { mistake, ...rest } = program;
  const last = program.ops.at(-1);
  const kept = mistake !== undefined && ops.at(-1) === last ? { mistake: { ...mistake, op: ops.length - 1 } } : {};
  return tidied({ ...rest, ...kept, ops });
};

export const renamed = (step: OpStep, change: (literal: Literal) => Literal): OpStep =>
  step.in === undefined ? step : { ...step, in: step.in.map(change) };
