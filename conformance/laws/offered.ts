/** Which of an implementation's dtypes a law draws from, and what it lacks if there is none. */
import fc from 'fast-check';
import type { Dtype } from '../values/case.ts';
import type { Lab, Law, Trial } from './law.ts';

type Drawn = ReturnType<Law['trials']>;
type Trials = (dtype: Dtype) => fc.Arbitrary<Trial>;

const among = (dtypes: readonly Dtype[], lacks: string, trials: Trials): Drawn =>
  dtypes.length === 0 ? { lacks } : fc.constantFrom(...dtypes).chain(trials);

const isWide = (dtype: Dtype): boolean => dtype === 'float32' || dtype === 'float64';

/** Any floating dtype. */
export const anyFloat = ({ floats }: Lab, trials: Trials): Drawn => among(floats, 'a floating dtype', trials);

/** `float32` and `float64`: those that hold whole numbers up to 2²⁴ at least. */
export const wideFloat = ({ floats }: Lab, trials: Trials): Drawn =>
  among(floats.filter(isWide), 'float32 or float64', trials);

/** These and the integers: sums of whole numbers are exact. */
export const wideNumeric = ({ floats, integers }: Lab, trials: Trials): Drawn =>
  among([...floats.filter(isWide), ...integers], 'float32, float64 or an integer dtype', trials);

/** Any dtype: of ops that only move elements. */
export const anyDtype = ({ dtypes }: Lab, trials: Trials): Drawn => among(dtypes, 'a dtype', trials);

/** Any dtype that has numbers. */
export const anyNumeric = ({ floats, integers }: Lab, trials: Trials): Drawn =>
  among([...floats, ...integers], 'a dtype of numbers', trials);
