import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { packageFolder } from '../load/package.ts';
import type { Verdict } from '../values/verdict.ts';
import { findingsOf, slug, titlesByLine } from './findings.ts';
import { subjects } from './subjects.ts';

let root = '';
const write = (library: string, name: string, text: string): void => {
  const folder = join(root, 'conformance', 'adapters', library);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), text);
};
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'tconf-findings-'));
  write('a', 'findings.md', '# Findings\n\n## `div` is wrong\n\n## Unused\n');
  write('b', 'findings.md', '## Shared\n');
  write(
    'a',
    'known-failures.txt',
    '# What a fails\nx/y/0  # threw\n\n# Shared\nx/y/1  # threw\n# seen on one machine\nx/y/2*  # threw\n\n# `div` is wrong\nx/y/3  # threw\n',
  );
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const xfail = (line: number): Verdict => ({
  ...{ id: `n${line}`, verdict: 'xfail', reason: 'threw' },
  known: { reason: 'threw', place: `conformance/adapters/a/known-failures.txt:${line}` },
});

test('a finding counts the cases of the lines under its heading, its own or one that is shared', () => {
  const verdicts = [
    xfail(2),
    xfail(5),
    xfail(7),
    { ...xfail(7), id: 'second' },
    { id: 'ok', verdict: 'pass' as const },
  ];
  expect(findingsOf(root, 'a', ['b'], verdicts)).toEqual([
    { title: 'Shared', link: 'conformance/adapters/b/findings.md#shared', cases: 3 },
    { title: '`div` is wrong', link: 'conformance/adapters/a/findings.md#div-is-wrong', cases: 0 },
  ]);
});

test('a line under no heading of a finding is told', () => {
  expect([...titlesByLine(root, 'a', []).titles]).toEqual([
    [2, undefined],
    [5, undefined],
    [7, undefined],
    [10, '`div` is wrong'],
  ]);
});

test('a library without known failures has no findings', () => {
  expect(findingsOf(root, 'c', ['a'], [])).toEqual([]);
});

test('a heading is addressed as GitHub does', () => {
  expect(slug('`fused.matMul` of 0-d: a_b, “c”')).toBe('fusedmatmul-of-0-d-a_b-c');
});

test('every known failure of every library stands under a finding', () => {
  const all = subjects(join(packageFolder(), 'conformance', 'adapters'), []);
  const libraries = all.flatMap((subject) =>
    'library' in subject && subject.library !== undefined ? [subject.library] : [],
  );
  expect(libraries).toContain('tfjs');
  for (const library of libraries) {
    const others = libraries.filter((name) => name !== library);
    const { titles } = titlesByLine(packageFolder(), library, others);
    const bare = [...titles].filter(([, title]) => title === undefined).map(([line]) => `${library}:${line}`);
    expect(bare).toEqual([]);
  }
});
