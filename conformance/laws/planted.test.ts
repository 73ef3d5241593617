// Every page stands here a second time, under the name of an op that nobody knows: what a law draws because of what a page
// says, it draws of that op too.
import { describe, expect, test, vi } from 'vitest';
import type { Family } from './family.ts';
import { laws } from './index.ts';
import type { Law } from './law.ts';
import { neverDrawn } from './sample.ts';
import { isTwin, twin } from './twin-sample.ts';

vi.mock(import('../pages/pages.gen.ts'), async (original) => {
  const { withTwins } = await import('./twin-sample.ts');
  return { pages: withTwins((await original()).pages) };
});

type Drawing = Law & { readonly families: readonly Family[] };
const drawing = laws.filter((law): law is Drawing => (law.families ?? []).length > 0);

test('a twin has a name of its own', () => {
  expect(['sum', 'nn.ReLU', 'add_'].map(twin)).toEqual(['sum_twin', 'nn.ReLU_twin', 'add_twin_']);
});

describe.each(drawing.map((law) => [law.id, law] as const))('a new op joins %s', (_, law) => {
  const due = law.families.flatMap(({ qualified }) => qualified.filter((op) => !isTwin(op)).map(twin));

  test('by its page alone', () => {
    expect(law.families.flatMap(({ ops }) => ops)).toEqual(expect.arrayContaining(due));
    expect(neverDrawn(law, due)).toEqual([]);
  });
});
