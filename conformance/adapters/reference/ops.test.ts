import { expect, test } from 'vitest';
import { opsByHand } from '../../generate/reference-ops.ts';
import { pages } from '../../pages/pages.gen.ts';
import { roleOf } from '../../pages/role.ts';
import { byHand } from './by-hand.ts';
import { plain } from './ops.gen.ts';
import { ops } from './ops.ts';

test('every op of the spec has one entry, generated or by hand', () => {
  const due = Object.values(pages)
    .filter((page) => roleOf(page) === 'op')
    .flatMap(({ name, inplace = name }) => [name, inplace]);
  expect(Object.keys(ops).sort()).toEqual([...new Set(due)].sort());
  expect(Object.keys(plain).filter((name) => name in byHand)).toEqual([]);
});

test('what the generator reads to stand by hand does', () => {
  expect([...opsByHand()]).toEqual(Object.keys(byHand));
});
