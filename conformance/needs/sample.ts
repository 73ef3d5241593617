import type { Case, Expectation, Step } from '../values/case.ts';

/** A case with only what its needs are derived from. */
export const sample = (over: {
  readonly inputs?: Case['inputs'];
  readonly ops: readonly Step[];
  readonly expected?: Readonly<Record<string, Expectation>>;
  readonly error?: Case['expected']['error'];
  readonly either?: Case['expected']['either'];
}): Case => ({
  id: 'ops/sample/case',
  title: { en: 'a case' },
  rules: [],
  source: 'spec',
  file: 'sample.json',
  inputs: over.inputs ?? {},
  ops: over.ops,
  expected: {
    names: over.expected ?? {},
    ...(over.error !== undefined && { error: over.error }),
    ...(over.either !== undefined && { either: over.either }),
  },
  conventions: [],
  earlier: [],
});
