import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pages } from '../pages/pages.gen.ts';
import { faultLine } from './fault.ts';
import { packageFolder } from './package.ts';
import { linesOf } from './sample.ts';
import { readSpec } from './spec.ts';

const readme = readFileSync(join(packageFolder(), 'spec/README.md'), 'utf8');

test('the case that spec/README.md shows is a case', () => {
  const [, shown] = /```json\n([\s\S]*?)```/.exec(readme)!;
  expect(linesOf(`{ "title": "Sum", "source": "spec", "cases": [${shown}] }`)).toEqual([]);
});

test('the clauses that spec/README.md names exist, and so do the keys of its page', () => {
  const clauses = new Set(readSpec().flatMap((page) => page.clauses.map(({ id }) => id)));
  const named = readme.match(/\b[a-z]+\.C\d+\b/g)!;
  expect(named.filter((id) => !clauses.has(id))).toEqual([]);
  const [, shown] = /```yaml\n([\s\S]*?)```/.exec(readme)!;
  const keys = shown!.match(/^[a-z]+(?=:)/gm)!;
  expect(keys.filter((key) => !(key in pages.sum!))).toEqual([]);
});

test('the files that spec/README.md links to exist', () => {
  const files = [...readme.matchAll(/\]\(([^)]+)\)/g)].map(([, path]) => path!);
  expect(files.length).toBeGreaterThan(10);
  for (const path of files.filter((file) => file.includes('.')))
    expect(readFileSync(join(packageFolder(), 'spec', path), 'utf8')).not.toBe('');
});

test('a fault without a place is a line of its file alone', () => {
  expect(faultLine({ file: 'a.md', path: '', message: 'wrong' })).toBe('a.md: wrong');
});
