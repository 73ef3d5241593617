/** A random program: a case without its expectations, which are whatever the other side says. */
import type { Case, Dtype, ErrorKind, Expected, Step, TensorValue } from '../../values/case.ts';

/** An op that is wrong on purpose: whoever runs it has to refuse it. */
export interface Mistake {
  readonly kind: ErrorKind;
  /** The place of the step. */
  readonly op: number;
}

export interface Program {
  readonly inputs: Readonly<Record<string, TensorValue>>;
  readonly ops: readonly Step[];
  /** The names and paths to look at. */
  readonly observe: readonly string[];
  readonly mistake?: Mistake;
}

/** The case that this program is, given what is expected of it. */
export const caseOf = ({ inputs, ops }: Program, expected: Expected, id = 'fuzz/programs/random'): Case => ({
  id,
  title: { en: 'a random program' },
  rules: [],
  source: 'a random program',
  inputs,
  ops,
  expected,
  conventions: [],
  earlier: [],
  file: 'a random program',
});

/** An expectation that says nothing of any name, so that all of them are observed. */
export const unjudged = ({ observe }: Program): Expected => ({
  names: Object.fromEntries(observe.map((name) => [name, {}])),
});

/** Whether it has an input of the dtype, or names the dtype. */
export const mentions = ({ inputs, ops }: Program, dtype: Dtype): boolean =>
  JSON.stringify([inputs, ops]).includes(`"${dtype}"`);
