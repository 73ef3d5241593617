/**
 * A law: what holds for every input, written as programs of the fixture format, so that it tests whatever runs cases and
 * so that a counterexample is a fixture as it stands.
 */
import type fc from 'fast-check';
import type { Dtype, Expected, Step, TensorValue } from '../values/case.ts';
import type { Observation } from '../values/observation.ts';
import type { Family } from './family.ts';

/** What is drawn: a program, the names to look at, and what must hold of them. */
export interface Trial {
  readonly inputs: Readonly<Record<string, TensorValue>>;
  readonly ops: readonly Step[];
  readonly observe: readonly string[];
  /** Those among them whose text is looked at as well: a library without one is not asked. */
  readonly prints?: readonly string[];
  /** How many of the first steps may raise: the law says nothing then. */
  readonly mayRaise?: number;
  /**
   * What must hold, given what was seen: an expectation for some names that follows from the others, or from the inputs.
   * undefined: the law says nothing of this trial (a value overflowed, say).
   */
  readonly statement: (seen: Readonly<Record<string, Observation>>) => Expected | undefined;
}

/** What the implementation has, as far as it limits what is worth drawing. */
export interface Lab {
  /** The dtypes that it holds itself; substituted ones are left out. */
  readonly dtypes: readonly Dtype[];
  /** Those among them that are floating. */
  readonly floats: readonly Dtype[];
  readonly integers: readonly Dtype[];
}

export interface Law {
  /** `<family>/<what holds>`, stable. */
  readonly id: string;
  /** One sentence, present tense. */
  readonly title: string;
  readonly clauses: readonly string[];
  /** The ops that it draws because of what their pages say. Absent: it is about ops that it names. */
  readonly families?: readonly Family[];
  /** undefined: nothing can be drawn from what this implementation has (the reason is what it lacks). */
  readonly trials: (lab: Lab) => fc.Arbitrary<Trial> | { readonly lacks: string };
}
