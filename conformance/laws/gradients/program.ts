/** A program whose gradients a law looks at. */

import type { Shape } from '../../arbitraries/shape.ts';
import type { Literal, OpStep, TensorValue } from '../../values/case.ts';

export interface Program {
  /** Plain tensors: what is differentiated is made a leaf where the program is run for its gradient. */
  readonly inputs: Readonly<Record<string, TensorValue>>;
  readonly steps: readonly OpStep[];
  /** The result, its shape, and the path of each gradient with the input that it belongs to. */
  readonly out: string;
  readonly shape: Shape;
  readonly gradients: Readonly<Record<string, string>>;
  /** How near to its operands it bends so much that evaluations must be nearer. Default: the precision's step. */
  readonly step?: number;
  /** It differentiates itself: its operands are leaves at every evaluation. */
  readonly recorded?: boolean;
}

interface One {
  readonly op: string;
  readonly inputs: Readonly<Record<string, TensorValue>>;
  /** Default: the inputs, in their order. */
  readonly in?: readonly Literal[];
  readonly with?: Readonly<Record<string, Literal>> | undefined;
  readonly shape: Shape;
  /** Default: all inputs. */
  readonly leaves?: readonly string[];
}

/** The program of one op. */
export const one = ({ op, inputs, in: operands, with: options, shape, leaves }: One): Program => ({
  inputs,
  steps: [
    {
      op,
      in: operands ?? Object.keys(inputs),
      ...(options !== undefined && Object.keys(options).length > 0 ? { with: options } : {}),
      out: 'y',
    },
  ],
  out: 'y',
  shape,
  gradients: gradientsOf(leaves ?? Object.keys(inputs)),
});

/** The paths of the gradients of inputs. */
export const gradientsOf = (leaves: readonly string[]): Record<string, string> =>
  Object.fromEntries(leaves.map((name) => [`${name}.grad`, name]));

/** The inputs, those whose gradient is asked for as leaves. */
export const withLeaves = ({ inputs, gradients }: Pick<Program, 'inputs' | 'gradients'>): Program['inputs'] =>
  Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [
      name,
      `${name}.grad` in gradients ? { ...value, requires_grad: true } : value,
    ]),
  );

/** The same steps with other names. */
export const renamed = (steps: readonly OpStep[], rename: (name: string) => string): OpStep[] => {
  const path = (text: string): string => {
    const [head = '', ...rest] = text.split('.');
    return [rename(head), ...rest].join('.');
  };
  const operand = (literal: Literal): Literal => {
    if (typeof literal === 'string') return path(literal);
    return Array.isArray(literal) ? literal.map(operand) : literal;
  };
  const option = (literal: Literal): Literal => {
    if (typeof literal !== 'object' || literal === null) return literal;
    if (Array.isArray(literal)) return literal.map(option);
    if ('ref' in literal && typeof literal.ref === 'string') return { ref: path(literal.ref) };
    return Object.fromEntries(Object.entries(literal).map(([key, value]) => [key, option(value)]));
  };
  return steps.map((step) => ({
    op: step.op,
    ...(step.in === undefined ? {} : { in: step.in.map(operand) }),
    ...(step.with === undefined ? {} : { with: option(step.with) as NonNullable<OpStep['with']> }),
    ...(step.out === undefined
      ? {}
      : {
          out:
            typeof step.out === 'string'
              ? rename(step.out)
              : step.out.map((name) => (name === null ? null : rename(name))),
        }),
  }));
};
