/** A request as one line says it, so that no reader of JSON takes one kind of number for another. */
import type { Literal, Request, Step } from '../values/case.ts';
import { around, bodyOf } from '../values/steps.ts';

/** JavaScript writes a float up to 1e21 in digits, which elsewhere is an int: it says what it is. */
const plain = (literal: Literal): Literal => {
  if (typeof literal === 'number')
    return Number.isInteger(literal) && !Number.isSafeInteger(literal) ? { float: literal } : literal;
  if (typeof literal !== 'object' || literal === null || 'float' in literal || 'int' in literal) return literal;
  if (Array.isArray(literal)) return literal.map(plain);
  return Object.fromEntries(Object.entries(literal).map(([key, one]) => [key, plain(one as Literal)]));
};

const plainStep = (step: Step): Step => {
  if (!('op' in step)) return around(step, bodyOf(step).map(plainStep));
  const { in: operands, with: options } = step;
  return {
    ...step,
    ...(operands !== undefined && { in: operands.map(plain) }),
    ...(options !== undefined && { with: plain(options) as Readonly<Record<string, Literal>> }),
  };
};

/** A line without its end: the case under the id to which the reply will answer. */
export const requestLine = (id: string | number, request: Request): string =>
  JSON.stringify({ id, run: { ...request, ops: request.ops.map(plainStep) } });
