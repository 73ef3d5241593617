import { expect, test } from 'vitest';
import { pages } from '../../pages/pages.gen.ts';
import { forms } from './forms.ts';

test('every product has its forms here', () => {
  const products = Object.values(pages).filter(({ shape }) => shape === 'matmul');
  expect([...new Set(forms.map(({ op }) => op))].sort()).toEqual(products.map(({ name }) => name).sort());
});
