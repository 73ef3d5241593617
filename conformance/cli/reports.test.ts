import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { readSuite } from '../load/suite.ts';
import { reportContext } from './report-context.ts';
import { folderOf, negFile, tconf } from './sample.ts';

// The first run loads the reference, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const adapter = `
  export default {
    name: 'says <b>the</b> worst', version: '1.0', dtypes: { float32: true, bool: true }, mutation: 'none',
    tensor: (data) => data,
    read: (t) => t,
    ops: { neg: () => { throw new Error('::error::pwned ]]> </script>' + 'm'.repeat(1e6)); } },
  };`;

let folder: ReturnType<typeof folderOf>;
beforeAll(() => {
  folder = folderOf({
    'fixtures/ops/neg.json': negFile().replaceAll('{"id"', '\n{"id"'),
    'worst.mjs': adapter,
    'a-file': '',
  });
});
afterAll(() => folder.remove());
const at = (name: string): string => join(folder.path, name);
const run = (...argv: readonly string[]) => tconf('run', '--fixtures', at('fixtures'), ...argv);

const all = 'pretty,json,junit,tap,md,html,github,badge';
const files = ['badge.json', 'badge.svg', 'junit.xml', 'report.html', 'results.json', 'results.tap', 'summary.md'];

test('one run writes every report, and nothing else', async () => {
  const { exit, out, err } = await run('--reporter', all, '--out', at('all'), '--adapter', at('worst.mjs'));
  expect([exit, err]).toEqual([1, '']);
  expect(readdirSync(at('all')).sort()).toEqual(files);
  for (const name of files) {
    const text = readFileSync(join(at('all'), name), 'utf8');
    expect(text.length).toBeLessThan(60_000);
    expect(text).toMatch(/\n$/);
  }
  const [stop, ...lines] = out.split('\n');
  const token = /^::stop-commands::([\w-]{36})$/.exec(stop!)![1];
  const resumed = lines.indexOf(`::${token}::`);
  expect(lines.slice(0, resumed).join('\n')).toContain('FAIL  ops/neg/flips-signs  threw');
  const told = lines.slice(resumed + 1, -1);
  expect(told.map((line) => /^::(\w+) /.exec(line)?.[1])).toEqual(['error', 'error', 'notice']);
});

test('a run that passes writes them too', async () => {
  const { exit, out } = await run('--reporter', all, '--out', at('fine'));
  expect([exit, readdirSync(at('fine')).sort()]).toEqual([0, files]);
  expect(out).toMatch(/\n::notice title=Conformance of [^\n]*::2 of 2 cases passed, 0 failed\n$/);
  expect(JSON.parse(readFileSync(at('fine/badge.json'), 'utf8'))).toMatchObject({
    message: '2 / 2',
    color: 'brightgreen',
  });
});

test('a run of a part of the suite is no badge of the whole', async () => {
  await run('ops/neg/flips-signs', '--reporter', 'badge', '--out', at('part'));
  expect(JSON.parse(readFileSync(at('part/badge.json'), 'utf8'))).toMatchObject({
    message: '1 / 1 run · 2 cases',
    color: 'lightgrey',
  });
});

test.each([
  ['junt', /^tconf: unknown reporter "junt"; expected pretty, json, .*github; did you mean "junit"\?\n$/],
  ['pretty,,json', /^tconf: unknown reporter ""; expected pretty[^\n]*\n$/],
  ['constructor', /^tconf: unknown reporter "constructor"; expected pretty[^\n]*\n$/],
])('the unknown reporter %j is a wrong call, and nothing is run', async (name, line) => {
  const { exit, out, err } = await run('--reporter', name, '--out', at('unknown'));
  expect([exit, out, existsSync(at('unknown'))]).toEqual([2, '', false]);
  expect(err).toMatch(line);
});

test('a folder that cannot be written is a wrong call before anything is run', async () => {
  for (const reporter of ['html', 'pretty,badge']) {
    const { exit, out, err } = await run('--reporter', reporter, '--out', at('a-file/below'));
    expect([exit, out]).toEqual([2, '']);
    expect(err).toMatch(/^tconf: cannot write to the folder [^\n]*a-file is no folder\n$/);
  }
  expect((await run('--reporter', 'pretty', '--out', at('a-file'))).exit).toBe(0);
});

describe('what reports tell of a case', () => {
  const { suite } = readSuite('fixtures/ops/sum.json');
  const one = suite.cases[1]!;
  const github = { GITHUB_SERVER_URL: 'https://example.org', GITHUB_REPOSITORY: 'a/b', GITHUB_SHA: 'c0ffee' };

  test('is the line of its id, from the root of the repository', () => {
    const { place } = reportContext(suite, [], new Map(), {});
    const { file, line } = place(one);
    expect(file).toBe('fixtures/ops/sum.json');
    expect(readFileSync(file, 'utf8').split('\n')[line - 1]).toContain(`"id": "${one.id.split('/')[2]}"`);
    const root = join(process.cwd(), 'fixtures');
    expect(reportContext(suite, [], new Map(), { GITHUB_WORKSPACE: root }).place(one).file).toBe('ops/sum.json');
    expect(reportContext(suite, [], new Map(), { GITHUB_WORKSPACE: root }).rooted('fixtures/known.txt')).toBe(
      'known.txt',
    );
    const outside = reportContext(suite, [], new Map(), { GITHUB_WORKSPACE: at('elsewhere') });
    expect(outside.place(one).file).toBe(relative('.', 'fixtures/ops/sum.json'));
  });

  test('is its page in the repository, if a service says where that is', () => {
    expect(reportContext(suite, [], new Map(), {}).link).toBeUndefined();
    const { link } = reportContext(suite, [], new Map(), github);
    expect(link!({ file: 'fixtures/a b.json', line: 7 })).toBe(
      'https://example.org/a/b/blob/c0ffee/fixtures/a%20b.json#L7',
    );
    for (const file of ['node_modules/tensor-conformance/fixtures/a.json', '/tmp/a.json', '../a.json', 'C:/a.json'])
      expect(link!({ file, line: 1 })).toBeUndefined();
  });

  test('is its clause, and the command that runs it again', () => {
    const { clause, rerun } = reportContext(suite, ['--adapter', "it's mine.ts"], new Map(), {});
    expect(clause('sum.C1')).toContain('0-d sum');
    expect(clause('sum.C99')).toBeUndefined();
    expect(rerun('ops/sum/a')).toBe(`npx tconf run ops/sum/a --adapter 'it'\\''s mine.ts'`);
  });
});
