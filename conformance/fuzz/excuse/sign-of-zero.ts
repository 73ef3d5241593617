/** Zeros of either sign, where an op may give one or the other. */
import type { OpStep } from '../../values/case.ts';
import type { Difference, Mismatch } from '../../values/verdict.ts';
import { computedFrom } from './computed-from.ts';
import { type Corner, uses } from './corner.ts';

const isZero = ({ expected, got }: Difference): boolean => Number(expected) === 0 && Number(got) === 0;

const isSignOfZero = ({ differences = [] }: Mismatch): boolean => differences.length > 0 && differences.every(isZero);

/** It is the sign of a zero in a program with these ops, or computed from one that they give. */
export const signOfZeroOf =
  (...ops: readonly string[]): Corner['holds'] =>
  (mismatch, { program, all }) => {
    if (!uses(program, ...ops)) return false;
    const zeros = new Set(all.filter(isSignOfZero).map(({ name }) => name));
    const gives = ({ op, out }: OpStep): boolean =>
      ops.includes(op) && [out].flat().some((name) => zeros.has(String(name)));
    return isSignOfZero(mismatch) || computedFrom(program.ops, gives).has(mismatch.name);
  };
