import type { Case } from '../values/case.ts';
import type { Lint } from './lint.ts';

const numbered = (prefix: string, from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, i) => `${prefix}${from + i}`);

/** The places where the note was known to differ from PyTorch when this was written. More may be found. */
const ERRATA = 17;

/** What the note holds: its blocks 0–118, the claims of its prose, and the places where it differs, without a gap. */
const noteOf = (cases: readonly Case[]): readonly (readonly [kind: string, items: readonly string[]])[] => [
  ['block', numbered('', 0, 118)],
  ['claim', numbered('P', 1, 36)],
  ['erratum', numbered('E', 1, Math.max(ERRATA, ...cases.map(({ erratum }) => Number(erratum?.id.slice(1) ?? 0))))],
];

/** Every block, claim and erratum of the note is on some case. */
export const note: Lint = {
  name: 'note',
  run: ({ cases }) => {
    const covered = new Set(
      cases.flatMap((one) => [
        ...[one.note?.block ?? []].flat().map((block) => `block ${block}`),
        ...[one.note?.claim ?? []].flat().map((claim) => `claim ${claim}`),
        ...(one.erratum === undefined ? [] : [`erratum ${one.erratum.id}`]),
      ]),
    );
    return noteOf(cases).flatMap(([kind, items]) =>
      items
        .filter((item) => !covered.has(`${kind} ${item}`))
        .map((item) => ({ file: 'fixtures/note', path: '', message: `no case has ${kind} ${item} of the note` })),
    );
  },
};
