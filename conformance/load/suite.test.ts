import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { BrokenSuite } from './fault.ts';
import { packageVersion } from './package.ts';
import { file, sound } from './sample.ts';
import { bundledFixtures, loadSuite, readSuite } from './suite.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fixtures-'));
  mkdirSync(join(folder, 'ops'));
  mkdirSync(join(folder, 'autograd'));
});
afterEach(() => rmSync(folder, { recursive: true }));
const write = (path: string, text: string): void => writeFileSync(join(folder, path), text);
const faultsOf = (load: () => unknown): readonly string[] => {
  try {
    load();
  } catch (error) {
    if (error instanceof BrokenSuite) return error.message.split('\n').map((line) => line.replace(`${folder}/`, ''));
  }
  return [];
};

describe('a suite', () => {
  test('holds the cases of all files in the order of their paths, under ids that tell the file', () => {
    write('ops/sum.json', file(sound, { ...sound, id: 'b' }));
    write('autograd/reuse.json', file(sound));
    write('ops/readme.md', 'not a fixture');
    const suite = loadSuite(folder);
    expect(suite.cases.map(({ id }) => id)).toEqual(['autograd/reuse/adds-up', 'ops/sum/adds-up', 'ops/sum/b']);
    expect(suite.version).toBe(packageVersion());
    expect(suite.digest).toMatch(/^[0-9a-f]{64}$/);
  });

  test('may be one file', () => {
    write('ops/sum.json', file(sound));
    expect(loadSuite(join(folder, 'ops/sum.json')).cases.map(({ id }) => id)).toEqual(['ops/sum/adds-up']);
  });

  test('has a digest that changes with any content and any name, and with nothing else', () => {
    write('ops/sum.json', file(sound));
    const first = loadSuite(folder).digest;
    expect(loadSuite(folder).digest).toBe(first);
    write('ops/sum.json', `${file(sound)}\n`);
    const second = loadSuite(folder).digest;
    rmSync(join(folder, 'ops/sum.json'));
    write('ops/sun.json', file(sound));
    expect(new Set([first, second, loadSuite(folder).digest]).size).toBe(3);
  });
});

describe('a suite is broken', () => {
  test('by faults in any of its files, and all are listed', () => {
    write('ops/sum.json', file({ ...sound, id: 'B' }));
    write('autograd/reuse.json', '{');
    expect(faultsOf(() => loadSuite(folder))).toEqual([
      'autograd/reuse.json: 1:2: no JSON: expected "," or "}", the file ends',
      'ops/sum.json: /cases/0/id: expected kebab-case: lower-case words and digits joined by hyphens, got "B"',
    ]);
  });

  test('by a control that does not exist', () => {
    write('ops/sum.json', file(sound, { ...sound, id: 'b', control: 'adds-pu' }));
    expect(faultsOf(() => loadSuite(folder))).toEqual([
      'ops/sum.json: /cases/1/control: no case "ops/sum/adds-pu"; expected the id of a case; did you mean "ops/sum/adds-up"?',
    ]);
  });

  test('by a file that is nested deeper than any tensor', () => {
    write('ops/sum.json', file({ ...sound, inputs: JSON.parse(`{"x":${'['.repeat(300)}${']'.repeat(300)}}`) }));
    write('ops/mean.json', '['.repeat(100_000));
    expect(faultsOf(() => loadSuite(folder))).toEqual([
      expect.stringMatching(/^ops\/mean.json: 1:201: no JSON: nested deeper than 200$/),
      expect.stringMatching(/^ops\/sum.json: \d+:\d+: no JSON: nested deeper than 200$/),
    ]);
  });

  test('by a file that is too large to be read', () => {
    write('ops/sum.json', ' '.repeat(33 * 2 ** 20));
    expect(faultsOf(() => loadSuite(folder))).toEqual(['ops/sum.json: has 33 MB; expected at most 32 MB in a file']);
  });

  test('if there is nothing', () => {
    expect(faultsOf(() => loadSuite(folder))[0]).toMatch(/holds no .json file; expected fixtures$/);
    expect(faultsOf(() => loadSuite(join(folder, 'nope')))).toEqual([
      'nope: no such file or folder; expected fixtures',
    ]);
  });
});

test('a byte order mark before a file is nothing', () => {
  write('ops/sum.json', `\uFEFF${file(sound)}`);
  expect(loadSuite(folder).cases).toHaveLength(1);
});

test('a control may be of another file', () => {
  write('ops/sum.json', file(sound));
  write('ops/mean.json', file({ ...sound, control: 'ops/sum/adds-up' }));
  expect(loadSuite(folder).cases[0]!.control).toBe('ops/sum/adds-up');
});

test('the bundled fixtures are without a fault', () => {
  const { suite, faults } = readSuite(bundledFixtures());
  expect(faults).toEqual([]);
  expect(suite.cases.length).toBeGreaterThan(300);
});
