/** Which names a step reads and binds. */
import type { Literal, Step } from '../../values/case.ts';
import { namesIn, refsIn } from '../../values/literal.ts';
import { around, bodyOf, callsIn } from '../../values/steps.ts';
import type { Program } from './program.ts';

const root = (path: string): string => path.split('.')[0]!;

export const readBy = (step: Step): readonly string[] =>
  callsIn([step]).flatMap(({ in: operands = [], with: options = {} }) => [
    ...operands.flatMap(namesIn).map(root),
    ...Object.values(options).flatMap(refsIn).map(root),
  ]);

export const boundBy = (step: Step): readonly string[] =>
  callsIn([step]).flatMap(({ out }) => [out ?? []].flat().filter((name): name is string => name !== null));

/**
 * The program without inputs that nothing reads, and without looking at what is not there. Where nothing is left to look at,
 * it looks at all that is: what a library dies of is seen through any name.
 */
export const tidied = ({ inputs, ops, observe, ...rest }: Program): Program => {
  const read = new Set(ops.flatMap(readBy));
  const bound = new Set(ops.flatMap(boundBy));
  const kept = Object.entries(inputs).filter(([name]) => read.has(name) || observe.includes(name));
  const held = new Set([...bound, ...kept.map(([name]) => name)]);
  const seen = observe.filter((path) => held.has(root(path)));
  return { ...rest, inputs: Object.fromEntries(kept), ops, observe: seen.length > 0 ? seen : [...held] };
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

/** The steps where they read `to` wherever they read `from`. */
export const withName = (steps: readonly Step[], from: string, to: string): readonly Step[] => {
  const path = (text: string): string => (root(text) === from ? to + text.slice(from.length) : text);
  const operand = (literal: Literal): Literal =>
    typeof literal === 'string' ? path(literal) : Array.isArray(literal) ? literal.map(operand) : literal;
  const option = (literal: Literal): Literal => {
    if (Array.isArray(literal)) return literal.map(option);
    return typeof literal === 'object' && literal !== null && 'ref' in literal
      ? { ref: path(literal.ref as string) }
      : literal;
  };
  return steps.map((step): Step => {
    if ('no_grad' in step || 'try' in step) return around(step, withName(bodyOf(step), from, to));
    if (!('op' in step)) return step;
    return {
      ...step,
      ...(step.in && { in: step.in.map(operand) }),
      ...(step.with && { with: Object.fromEntries(Object.entries(step.with).map(([k, value]) => [k, option(value)])) }),
    };
  });
};
