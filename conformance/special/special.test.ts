import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { packageFolder } from '../load/package.ts';
import { pages } from '../pages/pages.gen.ts';
import { CLASSES, classOf, DTYPES, numberOf } from './classes.ts';
import { rungsOf, tabled, tableText } from './files.ts';

const folder = join(packageFolder(), 'fixtures', 'special');
const textOf = (op: string): string => readFileSync(join(folder, `${op}.json`), 'utf8');

describe('the files of the tables', () => {
  test('are those of the pages that have one', () => {
    expect(readdirSync(folder).sort()).toEqual(
      tabled()
        .map(({ name }) => `${name}.json`)
        .sort(),
    );
  });

  test.each(tabled().map((page) => [page.name, page] as const))(
    '%s: is what its page derives (npm run special)',
    (op, page) => {
      const text = textOf(op);
      const before = JSON.parse(text);
      expect(tableText(page, before.source, before)).toBe(text);
    },
  );

  test('ask again where a program has changed, and keep what is expected otherwise', () => {
    const before = JSON.parse(textOf('exp'));
    const [first, ...others] = before.cases;
    const changed = { ...before, cases: [{ ...first, ops: [] }, ...others] };
    const after = JSON.parse(tableText(pages.exp!, before.source, changed));
    expect(after.cases[0].expected).toEqual({ y: '?' });
    expect(after.cases.slice(1)).toEqual(others);
  });
});

test('ids are unique in a file', () => {
  for (const page of tabled()) {
    const ids = rungsOf(page).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  }
});

test('a number is of the class whose number it is', () => {
  for (const dtype of DTYPES) {
    expect(CLASSES.map((one) => classOf(numberOf(one, dtype), dtype))).toEqual(CLASSES);
    expect(classOf(0.75, dtype)).toBeUndefined();
  }
  expect([numberOf('tiny', 'float32'), numberOf('max', 'float16')]).toEqual([2 ** -149, 65504]);
});
