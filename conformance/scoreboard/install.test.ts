import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { pytorchVersions } from '../versions/index.ts';
import { install, missingPackages } from './install.ts';
import { subjects } from './subjects.ts';

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
  const absent = pytorchVersions.map((version) => ({ name: `PyTorch ${version}`, absent: 'not here' }));
  expect(subjects(folder, [], [])).toEqual([
    ...absent,
    { name: 'reference', words: ['--adapter', 'reference'] },
    { name: 'a', words: ['--adapter', 'a'], library: 'a' },
    { name: 'b', words: ['--adapter', 'b'], library: 'b' },
  ]);
  expect(subjects(folder, [], [process.execPath]).slice(0, 3)).toEqual(absent);
});

test('a PyTorch that is here plays, and the versions that are not are named', () => {
  put('python', '#!/bin/sh\necho 2.6.0+debian\n');
  chmodSync(join(folder, 'python'), 0o755);
  put('pytorch/harness.py', '');
  expect(subjects(folder, [], [join(folder, 'python')]).slice(0, 3)).toEqual([
    {
      name: 'PyTorch 2.6.0+debian',
      words: ['--command', `${join(folder, 'python')} ${join(folder, 'pytorch', 'harness.py')}`],
    },
    { name: 'PyTorch 1.13.1', absent: 'not here' },
    { name: 'PyTorch 2.14.1', absent: 'not here' },
  ]);
});
