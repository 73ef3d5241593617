import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { install, missingPackages } from './install.ts';
import { lineup } from './lineup.ts';

let folder = '';
const put = (path: string, text: string): void => {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), text);
};
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tconf-install-'));
  put('package.json', '{ "dependencies": { "@x/a": "1.0.0", "b": "2.0.0" } }');
  put('node_modules/@x/a/package.json', '{ "version": "1.0.0" }');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a package that is not there, or not in the version that is asked for, is missing', () => {
  expect(missingPackages(folder)).toEqual(['b@2.0.0']);
  put('node_modules/b/package.json', '{ "version": "2.0.1" }');
  expect(missingPackages(folder)).toEqual(['b@2.0.0']);
  put('node_modules/b/package.json', '{ "version": "2.0.0" }');
  expect(missingPackages(folder)).toEqual([]);
  expect(install(folder)).toBeUndefined();
});

test('an installation that fails is told', () => {
  expect(install(folder)).toMatch(/^npm ci in .* failed: npm error /);
});

test('libraries are those with an adapter, and PyTorch is absent where no Python has it', () => {
  for (const name of ['b', 'a', 'reference']) put(`${name}/index.ts`, '');
  put('pytorch/harness.py', '');
  expect(lineup(folder, [])).toEqual([
    { name: 'PyTorch', absent: 'not installed' },
    { name: 'reference', words: ['--adapter', 'reference'] },
    { name: 'a', words: ['--adapter', 'a'], library: 'a' },
    { name: 'b', words: ['--adapter', 'b'], library: 'b' },
  ]);
  expect(lineup(folder, [process.execPath])[0]).toMatchObject({ absent: 'not installed' });
});
