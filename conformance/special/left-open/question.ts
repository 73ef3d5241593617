/** A question that may be left open, and what says that it is. */
import type { FloatDtype } from '../../values/dtypes.ts';
import type { Class } from '../classes.ts';

/** `number second`: the value of a tensor and a number. */
export type Part = 'value' | 'gradient' | 'number first' | 'number second';

export type Row = 'placed' | 'pair' | 'alone';

export interface Question {
  readonly op: string;
  readonly dtype: FloatDtype;
  readonly part: Part;
  /** Of an op along an axis: among other elements, beside one other, or alone. */
  readonly row?: Row;
  /** What its operands hold, in their order, or the elements of a row. */
  readonly classes: readonly Class[];
}

export interface Open {
  readonly ops: readonly string[];
  readonly part?: Part;
  readonly rows?: readonly Row[];
  readonly dtypes?: readonly FloatDtype[];
  readonly holds: (...classes: Class[]) => boolean;
  readonly why: string;
}

export const ORDINARY: readonly Class[] = ['one', 'minus_one', 'half', 'two', 'three', 'minus_three_halves'];
export const ZEROS: readonly Class[] = ['zero', 'minus_zero'];
export const isZero = (one: Class): boolean => ZEROS.includes(one);
export const sameNumber = (a: Class, b: Class): boolean => a === b || (isZero(a) && isZero(b));
