import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { scriptsIn } from './installed.ts';

const made: string[] = [];
const folder = (): string => {
  made.push(mkdtempSync(join(tmpdir(), 'tconf-harness-')));
  return made.at(-1)!;
};
afterAll(() => {
  for (const one of made) rmSync(one, { recursive: true });
});

test('a root has the scripts of the harness and the data that they read, under a name of its own for each version', () => {
  const [harness, root] = [folder(), folder()];
  const put = (name: string, text: string) => writeFileSync(join(harness, name), text);
  put('harness.py', 'import calls');
  put('calls.gen.json', '{}');
  put('installed.ts', 'export {}');
  const first = scriptsIn(root, harness);
  expect(readdirSync(join(root, first)).sort()).toEqual(['calls.gen.json', 'harness.py']);
  expect(scriptsIn(root, harness)).toBe(first);
  put('calls.gen.json', '{ "add": {} }');
  expect(scriptsIn(root, harness)).not.toBe(first);
});
