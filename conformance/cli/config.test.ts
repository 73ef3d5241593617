import { afterEach, describe, expect, test, vi } from 'vitest';
import { folderOf, negFile, tconf } from './sample.ts';

// The first run loads the suite, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const adapter = (name: string, more = ''): string => `export default {
  name: '${name}', dtypes: {}, mutation: 'none', tensor: (data) => data, read: (t) => t, ops: {}, ${more}
};`;
const negating = `dtypes: { float32: true },
  ops: { neg: (x) => ({ ...x, data: Array.from(x.data, (value) => -value) }) },`;
const files = (config: object | string): Record<string, string> => ({
  'tconf.config.json': typeof config === 'string' ? config : JSON.stringify(config),
  'other/tconf.json': JSON.stringify({ adapter: '../b.mjs', fixtures: '../fixtures' }),
  'fixtures/ops/neg.json': negFile(),
  'a.mjs': adapter('first'),
  'b.mjs': adapter('second'),
});

let folder: ReturnType<typeof folderOf>;
const before = process.cwd();
/** Goes to a folder with this configuration. */
const enter = (config: object | string): void => {
  folder = folderOf(files(config));
  process.chdir(folder.path);
};
afterEach(() => {
  process.chdir(before);
  folder.remove();
});
const head = async (...argv: readonly string[]): Promise<string> => (await tconf(...argv)).out.split('\n')[0]!;

const whole = { adapter: 'a.mjs', fixtures: 'fixtures', tolerance: 'strict' };

describe('a configuration', () => {
  test('gives a run its options', async () => {
    enter(whole);
    const { exit, out } = await tconf('run');
    expect(exit).toBe(4);
    expect(out).toMatch(/^first {2}suite .*, tolerance strict\n/);
    expect(out).toContain('2 cases: 2 unsupported');
  });

  test('is not repeated by the command that runs a case again, unless it is another file', async () => {
    const wrong = { ...files(whole), 'fixtures/ops/neg.json': negFile(-3), 'a.mjs': adapter('first', negating) };
    folder = folderOf(wrong);
    process.chdir(folder.path);
    expect((await tconf('run')).out).toMatch(/rerun {2}npx tconf run ops\/neg\/flips-signs\n/);
    expect((await tconf('run', '--config', 'tconf.config.json', '--tolerance', 'relaxed')).out).toMatch(
      /rerun {2}npx tconf run ops\/neg\/flips-signs --tolerance relaxed --config tconf.config.json\n/,
    );
  });

  test('names the known failures of its own library', async () => {
    enter({ ...whole, known: 'none.txt' });
    expect((await tconf('run')).err).toMatch(/^tconf: no file .\/none.txt; expected known failures/);
    expect(await head('run', '--adapter', 'b.mjs')).toMatch(/^second /);
  });

  test('gives other commands those of its options that they have', async () => {
    enter(whole);
    expect((await tconf('list')).out.trim().split('\n')).toHaveLength(2);
  });

  test('gives way to the command line', async () => {
    enter(whole);
    expect(await head('run', '--adapter', 'b.mjs', '--tolerance', 'relaxed')).toMatch(/^second .* tolerance relaxed$/);
    expect((await tconf('run', '--command', 'exit 7')).err).toBe(
      'tconf: the command "exit 7": the process ended (exit 7)\n',
    );
    enter({ command: 'exit 7', fixtures: 'fixtures' });
    expect(await head('run', '--adapter', 'b.mjs')).toMatch(/^second /);
  });

  test('may be any file, to whose folder its paths are relative', async () => {
    enter('nonsense');
    expect(await head('run', '--config', 'other/tconf.json')).toMatch(/^second /);
  });

  test('sets several reporters', async () => {
    enter({ ...whole, reporter: ['pretty', 'prety'] });
    expect(await tconf('run')).toMatchObject({ exit: 2, err: expect.stringContaining('unknown reporter "prety"') });
  });

  test.each<[object | string, string]>([
    [
      { adaptor: 'a.mjs' },
      'tconf.config.json: /adaptor: unknown key "adaptor"; did you mean "adapter"? (known: $schema, adapter, command, fixtures, known, tolerance, reporter, out, jobs, timeout)',
    ],
    ['{', 'tconf.config.json: 1:2: no JSON: expected "," or "}", the file ends'],
    [
      { jobs: 0, job: 1 },
      'tconf.config.json has 2 faults\n  tconf.config.json: /job: unknown key "job"; did you mean "jobs"? (known: $schema, adapter, command, fixtures, known, tolerance, reporter, out, jobs, timeout)\n  tconf.config.json: /jobs: expected how many workers run cases at once >= 1, got 0',
    ],
  ])('that is wrong stops every command that would use it: %j', async (config, line) => {
    enter(config);
    for (const command of ['run', 'list'])
      expect(await tconf(command)).toEqual({ exit: 2, out: '', err: `tconf: ${line}\n` });
    expect((await tconf('run', '--help')).exit).toBe(0);
    expect((await tconf('author', 'nowhere.json')).err).toMatch(/^tconf: nowhere.json: ENOENT/);
  });

  test('that is not there is a wrong call', async () => {
    enter({});
    expect(await tconf('run', '--config', 'none.json')).toMatchObject({
      exit: 2,
      err: expect.stringMatching(/^tconf: cannot read the configuration none.json: ENOENT[^\n]*\n$/),
    });
  });
});
