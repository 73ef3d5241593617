import { expect, test } from 'vitest';
import { pages } from '../../../pages/pages.gen.ts';
import { custom } from './index.ts';

test('every page of a custom shape has a rule of its own, and no other page has', () => {
  const pagesOfTheirOwn = Object.values(pages).filter(({ shape }) => shape === 'custom');
  expect(Object.keys(custom).sort()).toEqual(pagesOfTheirOwn.map(({ name }) => name).sort());
});
