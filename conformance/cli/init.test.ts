import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { parse } from 'yaml';
import { parseConfig } from '../config/config.ts';
import { parseKnown } from '../known/index.ts';
import { main } from './main.ts';
import { reporterNames } from './reporters.ts';
import { folderOf, tconf } from './sample.ts';

vi.setConfig({ testTimeout: 60_000 });

const manifest = (fields: object): Record<string, string> => ({ 'package.json': JSON.stringify(fields) });

let folder: ReturnType<typeof folderOf>;
const before = process.cwd();
const enter = (files: Readonly<Record<string, string>>): void => {
  folder.remove();
  folder = folderOf(files);
  process.chdir(folder.path);
};
beforeEach(() => {
  folder = folderOf({});
  process.chdir(folder.path);
});
afterEach(() => {
  process.chdir(before);
  folder.remove();
});
const read = (name: string): string => readFileSync(join(folder.path, name), 'utf8');
const all = (): string[] => readdirSync(folder.path, { recursive: true, encoding: 'utf8' }).sort();

describe('tconf init', () => {
  test('writes four files and says what to do next', async () => {
    enter(manifest({ name: '@me/tensors', type: 'module' }));
    const { exit, out, err } = await tconf('init', '--autograd', 'functional');
    expect([exit, err]).toEqual([0, '']);
    expect(out).toMatch(
      /^wrote adapter\.ts {2,}the adapter of your library: follow its TODOs \(autograd: functional\)\n/,
    );
    expect(out).toMatch(
      /next\n {2}npm install --save-dev tensor-conformance\n {2}npx tconf smoke .*\n {2}npx tconf run/,
    );
    const made = ['adapter.ts', 'known-failures.txt', 'tconf.config.json', '.github/workflows/conformance.yml'];
    expect(all().filter((name) => !/^\.github(\/workflows)?$|^package/.test(name))).toEqual(made.sort());
    expect(read('adapter.ts')).toContain("name: '@me/tensors',");
    expect(parseConfig(read('tconf.config.json'), '').faults).toEqual([]);
    expect(JSON.parse(read('tconf.config.json'))).toMatchObject({
      adapter: './adapter.ts',
      known: 'known-failures.txt',
    });
  });

  test('writes a process in Python in the place of an adapter, for another language', async () => {
    const { exit, out } = await tconf('init', '--stdio');
    expect([exit, out]).toEqual([
      0,
      expect.stringMatching(/^wrote harness\.py .*\n[\s\S]*npx tconf smoke {3}# is the process right\?/),
    ]);
    expect(JSON.parse(read('tconf.config.json'))).toMatchObject({ command: 'python3 harness.py' });
    expect(parseConfig(read('tconf.config.json'), '').faults).toEqual([]);
    expect(read('harness.py').match(/# TODO \d/g)).toEqual(['1', '2', '3', '4', '5'].map((n) => `# TODO ${n}`));
    expect((await tconf('init', '--stdio', '--autograd', 'tape')).exit).toBe(2);
  });

  test('writes known failures that list nothing, and says their form', async () => {
    await tconf('init');
    const { lines, faults } = parseKnown(read('known-failures.txt'));
    expect([faults, lines.filter(({ entry }) => entry !== undefined)]).toEqual([[], []]);
    expect(read('known-failures.txt')).toContain('#   id-or-glob  # reason: how the message begins | https://');
  });

  test('writes a workflow that GitHub can read and that names reporters which exist', async () => {
    await tconf('init');
    const { jobs } = parse(read('.github/workflows/conformance.yml'));
    const runs = jobs.conformance.steps.map(({ run }: { run?: string }) => run).filter(Boolean);
    expect(runs[0]).toBe('npm install');
    const [, names] = /--reporter (\S+)/.exec(runs[1])!;
    expect(reporterNames(names!)).toContain('md');
    expect(runs[2]).toContain('conformance-results/summary.md');
  });

  test('writes an .mts where .ts is CommonJS', async () => {
    enter(manifest({ name: 'not a name', type: 'commonjs' }));
    await tconf('init');
    expect(read('adapter.mts')).toContain("name: 'your-library',");
    expect(JSON.parse(read('tconf.config.json')).adapter).toBe('./adapter.mts');
    enter({ 'package.json': 'nonsense' });
    expect((await tconf('init')).out).toContain('adapter.mts');
  });

  test('below the root of a repository puts the workflow there, and lets it run in the folder', async () => {
    enter({ ...manifest({ name: 'lib', type: 'module' }), '.git/HEAD': '', 'package-lock.json': '{}' });
    mkdirSync(join(folder.path, 'node_modules/tensor-conformance'), { recursive: true });
    const { out } = await tconf('init', 'test/suite');
    expect(out).toContain('next\n  cd test/suite\n  npx tconf smoke');
    expect(JSON.parse(read('test/suite/tconf.config.json')).$schema).toMatch(/^\.\.\/\.\.\/node_modules\//);
    const { jobs } = parse(read('.github/workflows/conformance.yml'));
    expect(jobs.conformance.steps).toMatchObject([
      {},
      {},
      { run: 'npm ci' },
      { 'working-directory': 'test/suite' },
      { if: 'always()', 'working-directory': 'test/suite' },
      { with: { path: 'test/suite/conformance-results' } },
    ]);
  });

  test('installs where the lock is, which may be above the package', async () => {
    enter({ 'a/.git/HEAD': '', 'a/package-lock.json': '{}', 'a/b/package.json': '{ "type": "module" }' });
    await tconf('init', 'a/b');
    expect(parse(read('a/.github/workflows/conformance.yml')).jobs.conformance.steps[2]).toEqual({ run: 'npm ci' });
    enter({ 'a/.git/HEAD': '', 'a/b/package.json': '{ "type": "module" }' });
    await tconf('init', 'a/b');
    const [, , step] = parse(read('a/.github/workflows/conformance.yml')).jobs.conformance.steps;
    expect(step).toEqual({ run: 'npm install', 'working-directory': 'a/b'.slice(2) });
  });
});

describe('init never overwrites', () => {
  test.each(['adapter.mts', 'tconf.config.json', 'known-failures.txt', '.github/workflows/conformance.yml'])(
    'an existing %s, and writes nothing then',
    async (name) => {
      enter({ [name]: 'mine' });
      const there = all();
      expect(await tconf('init')).toEqual({
        exit: 2,
        out: '',
        err: `tconf: nothing was written: ${name} exists already\n`,
      });
      expect([all(), read(name)]).toEqual([there, 'mine']);
    },
  );

  test('and takes back what it wrote where the rest cannot be', async () => {
    enter({ '.github': 'a file' });
    const { exit, err } = await tconf('init', 'new');
    expect([exit, err]).toEqual([0, '']);
    enter({ '.git/HEAD': '', '.github': 'a file' });
    const there = all();
    const refused = await tconf('init', 'new/folder');
    expect([refused.exit, refused.out]).toEqual([2, '']);
    expect(refused.err).toMatch(
      /^tconf: nothing was written: \.github\/workflows\/conformance\.yml cannot be written: [^\n]+\n$/,
    );
    expect(all()).toEqual(there);
  });

  test('nor in a folder that is a file', async () => {
    enter({ place: '' });
    expect((await tconf('init', 'place')).err).toMatch(
      /^tconf: nothing was written: place\/adapter.mts cannot be written/,
    );
  });
});

describe('the form of autograd', () => {
  const asked = async (...answers: readonly string[]): Promise<string> => {
    const left = [...answers];
    let out = '';
    const keep = (text: string): void => {
      out += text;
    };
    const terminal = { out: keep, err: keep, interactive: true };
    await main(['init'], { ...terminal, ask: async () => left.shift()! });
    expect(left).toEqual([]);
    return /autograd: (\w+)/.exec(out)![1]!;
  };
  test('is asked of a person, who may err', async () => {
    expect(await asked('f')).toBe('functional');
  });
  test('may be another language altogether', async () => {
    const said: string[] = [];
    const keep = (text: string): void => void said.push(text);
    await main(['init'], { out: keep, err: keep, interactive: true, ask: async () => 'stdio' });
    expect(said.join('')).toContain('wrote harness.py');
  });
  test('may be misspelt, and is asked again if it is none', async () => {
    expect(await asked('what?', 'functonal')).toBe('functional');
  });
  test('is PyTorch’s own if a person or a pipe does not say', async () => {
    expect(await asked('')).toBe('tape');
    enter({});
    expect((await tconf('init')).out).toContain('autograd: tape');
  });
  test('is one of three', async () => {
    const { exit, err } = await tconf('init', '--autograd', 'both');
    expect([exit, err.split('\n')[0]]).toEqual([
      2,
      "error: option '--autograd <form>' argument 'both' is invalid. Allowed choices are tape, functional, none.",
    ]);
    expect(existsSync(join(folder.path, 'tconf.config.json'))).toBe(false);
  });
});
