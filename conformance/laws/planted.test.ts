// Every page stands here a second time, under the name of an op that nobody knows: what a law draws because of what a page
// says, it draws of that op too.
import { describe, expect, test, vi } from 'vitest';
import type { Page } from '../pages/page.ts';
import type { Family } from './family.ts';
import { laws } from './index.ts';
import type { Law } from './law.ts';
import { neverDrawn } from './sample.ts';

const { twin } = vi.hoisted(() => ({ twin: (op: string): string => op.replace(/_?$/, (end) => `_twin${end}`) }));

vi.mock(import('../pages/pages.gen.ts'), async (original) => {
  const { pages } = await original();
  const twins = Object.values(pages).map(({ inplace, ...page }): [string, Page] => {
    const name = twin(page.name);
    return [name, { ...page, name, ...(inplace !== undefined && { inplace: twin(inplace) }) }];
  });
  return { pages: { ...pages, ...Object.fromEntries(twins) } };
});

type Drawing = Law & { readonly families: readonly Family[] };
const drawing = laws.filter((law): law is Drawing => (law.families ?? []).length > 0);

test('a twin has a name of its own', () => {
  expect(['sum', 'nn.ReLU', 'add_'].map(twin)).toEqual(['sum_twin', 'nn.ReLU_twin', 'add_twin_']);
});

describe.each(drawing.map((law) => [law.id, law] as const))('a new op joins %s', (_, law) => {
  const due = law.families.flatMap(({ qualified }) => qualified.filter((op) => !/_twin_?$/.test(op)).map(twin));

  test('by its page alone', () => {
    expect(law.families.flatMap(({ ops }) => ops)).toEqual(expect.arrayContaining(due));
    expect(neverDrawn(law, due)).toEqual([]);
  });
});
