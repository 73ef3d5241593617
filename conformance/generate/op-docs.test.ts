import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Page } from '../pages/page.ts';
import { pages } from '../pages/pages.gen.ts';
import { opFiles } from './reference-lists.ts';

const folder = new URL('../../reference/ops/', import.meta.url);
const files = opFiles();

/** What the doc comments of an op's file, its in-place form's among them, say nothing of and its page does. */
const unsaid = (source: string, { operands, errors }: Page): readonly string[] => {
  const docs = (source.match(/\/\*\*(?:(?!\*\/)[\s\S])*Source: (?:(?!\*\/)[\s\S])*\*\//g) ?? []).join('\n');
  const names = operands.map(({ name }) => name);
  return [...names, ...errors].filter((word) => !new RegExp(`\\b${word}\\b`).test(docs));
};

const documented = Object.values(pages).flatMap((page): [string, string, Page][] => {
  const file = files.find((path) => path === `${page.feature}/${page.name}.ts`);
  return file === undefined ? [] : [[page.name, file, page]];
});

test.each(documented)('the doc comment of %s names its operands and the errors that it raises', (_, file, page) => {
  expect(unsaid(readFileSync(new URL(file, folder), 'utf8'), page)).toEqual([]);
});

test('what a doc comment leaves out is told', () => {
  expect(documented.length).toBeGreaterThan(80);
  const source = '/** Adds `input` and others. Raises shape_mismatch. Source: torch.add. */\nexport function add() {}';
  expect(unsaid(source, pages.add!)).toEqual(['other', 'dtype_mismatch', 'invalid_argument']);
});
