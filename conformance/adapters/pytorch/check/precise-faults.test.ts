import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { pages } from '../../../pages/pages.gen.ts';
import { opsOf, preciseFaults } from './precise-faults.ts';

const all = Object.values(pages);
const ops = opsOf(readFileSync(new URL('../precise.py', import.meta.url), 'utf8'));

test('every page that asks for the last digits of float64 has its values at 50 digits, or a reason', () => {
  expect(ops).toContain('exp');
  expect(preciseFaults(all, ops)).toEqual([]);
});

test('a page without an entry is told, and a reason or an entry that nobody needs', () => {
  expect(preciseFaults(all, [...ops.filter((name) => name !== 'exp'), 'randn', 'exq'])).toEqual([
    'precise.py has no exp, whose page asks for more digits than a sum; expected an entry or a reason',
    'randn needs no reason to be absent from precise.py',
    'precise.py has exq, of which there is no page',
  ]);
});
