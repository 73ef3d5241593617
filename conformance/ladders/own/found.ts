/** So many elements found: where a mask holds, and where they are not 0. */
import { volume } from '../../arbitraries/shape.ts';
import type { Page } from '../../pages/page.ts';
import type { Call, Calls, Shape } from '../call.ts';
import { given, mask, truths } from '../numbers.ts';
import { shape } from '../shapes.ts';
import type { Own } from './own.ts';

const IN_FULL = 33;

const masked = (page: Page, of: Shape): Call => ({
  op: page.name,
  operands: [given(page, 'input', of), { ...mask('mask', 0), tensor: { ...mask('mask', 0).tensor, shape: of } }],
  shape: [truths(volume(of))],
});

const found = (page: Page, of: Shape): Call => ({ op: page.name, operands: [given(page, 'input', of)] });

const calls = (page: Page, as: typeof masked, all: readonly string[]): Calls =>
  Object.fromEntries(all.map((text) => [`_${text}`, as(page, shape(text))]));

export const findings: Own = {
  masked_select: (page) => ({
    sizes: [
      { id: 'elements', many: 'elements', at: (n) => masked(page, [n]) },
      { id: 'rows', many: 'rows', at: (n) => masked(page, [n, 3]) },
      { id: 'columns', many: 'columns', at: (n) => masked(page, [2, n]) },
    ],
    layouts: { values: calls(page, masked, ['2x3', '2x34']), gradients: calls(page, masked, ['2x3']) },
    ranks: [
      {
        id: 'ranks',
        where: 'whatever axes there are',
        calls: calls(page, masked, ['5', '3x4', '2x3x4', '2x1x4x3', '2x1x2x3x2']),
      },
    ],
    second: calls(page, masked, ['3x4']),
  }),
  nonzero: (page) => ({
    sizes: [
      { id: 'elements', many: 'elements', upTo: IN_FULL, at: (n) => found(page, [n]) },
      { id: 'columns', many: 'columns', upTo: IN_FULL, at: (n) => found(page, [2, n]) },
    ],
    layouts: { values: calls(page, found, ['2x3', '2x17']), gradients: {} },
    ranks: [
      {
        id: 'ranks',
        where: 'whatever axes there are',
        calls: calls(page, found, ['5', '3x4', '2x3x4', '2x1x4x3', '2x1x2x3x2']),
      },
    ],
  }),
};
