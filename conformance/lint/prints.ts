import type { Case, Expectation, Expected } from '../values/case.ts';
import { atCase, type Lint } from './lint.ts';

const printed = (expectation: Expectation): string[] => [
  ...(expectation.prints === undefined ? [] : [expectation.prints]),
  ...[...(expectation.each ?? []), ...(expectation.either ?? [])].flatMap(printed),
];

const printsOf = (expected: Expected): string[] => [
  ...Object.values(expected.names).flatMap(printed),
  ...(expected.either ?? []).flatMap(printsOf),
];

const everyExpected = ({ expected, conventions, earlier }: Case): readonly Expected[] => [
  expected,
  ...[...conventions, ...earlier].map((other) => other.expected),
];

/** A printed `grad_fn` names a class of PyTorch's own: only the note, which shows it, holds libraries to that. */
export const prints: Lint = {
  name: 'prints',
  run: ({ cases }) =>
    cases
      .filter(
        (one) =>
          !one.id.startsWith('note/') &&
          everyExpected(one)
            .flatMap(printsOf)
            .some((text) => text.includes('grad_fn')),
      )
      .map((one) => atCase(one, 'prints a grad_fn; expected that only in cases of the note', 'expected')),
};
