import type { Literal, OpStep } from '../values/case.ts';

type Options = Readonly<Record<string, Literal>>;

/** One number is the end of a range; a step stands behind a start. */
const orderOfArange = (options: Options): readonly string[] =>
  'end' in options ? ['start', 'end', 'step'].slice('start' in options ? 0 : 1, 'step' in options ? 3 : 2) : [];

/** The options of a call. A range with a step says where it starts: PyTorch has no overload without. */
export const optionsOf = ({ op, with: options = {} }: OpStep): Options =>
  op === 'arange' && 'end' in options && 'step' in options ? { start: 0, ...options } : options;

/** Which option stands in which place, of those that the op's page gives a place. The same in both languages. */
export const orderOf = (op: string, positional: readonly string[], options: Options): readonly string[] =>
  op === 'arange' ? orderOfArange(options) : positional;
