import { describe, expect, test } from 'vitest';
import type { Family } from './family.ts';
import { laws } from './index.ts';
import type { Law } from './law.ts';
import { neverDrawn } from './sample.ts';

type Drawing = Law & { readonly families: readonly Family[] };
const drawing = laws.filter((law): law is Drawing => (law.families ?? []).length > 0);

describe.each(drawing.map((law) => [law.id, law] as const))('%s', (_, law) => {
  test.each(law.families)('leaves out no op of family %# but what it would draw, each for a reason', (family) => {
    const { qualified, except } = family;
    expect(Object.keys(except).filter((op) => !qualified.includes(op))).toEqual([]);
    for (const reason of Object.values(except)) expect(reason).toMatch(/^\p{Ll}+( \S+){3,}[^.]$/u);
  });

  test('draws every op of its families', () => {
    expect(
      neverDrawn(
        law,
        law.families.flatMap(({ ops }) => ops),
      ),
    ).toEqual([]);
  });
});
