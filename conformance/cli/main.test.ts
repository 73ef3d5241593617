import { describe, expect, test } from 'vitest';
import { packageVersion } from '../load/package.ts';
import { main } from './main.ts';
import { tconf } from './sample.ts';

test('without arguments, and with --help, the commands are listed', async () => {
  const bare = await tconf();
  expect(bare.exit).toBe(0);
  for (const name of ['run', 'list', 'show', 'explain', 'lint', 'requests', 'judge', 'author'])
    expect(bare.out).toMatch(new RegExp(`^  ${name} `, 'm'));
  expect(await tconf('--help')).toEqual(bare);
});

test('--version tells the version', async () => {
  expect(await tconf('--version')).toEqual({ exit: 0, out: `${packageVersion()}\n`, err: '' });
});

test('each command has its own help', async () => {
  const { exit, out } = await tconf('run', '--help');
  expect(exit).toBe(0);
  for (const option of ['--adapter', '--command', '--fixtures', '--tolerance', '--reporter', '--out', '--verbose'])
    expect(out).toContain(option);
});

describe('a wrong call exits 2 and says what is wrong in its first line', () => {
  test.each<[readonly string[], string]>([
    [['rnu'], "error: unknown command 'rnu'"],
    [['run', '--adaptor', 'x'], "error: unknown option '--adaptor'"],
    [
      ['run', '--tolerance', 'loose'],
      "error: option '--tolerance <tier>' argument 'loose' is invalid. Allowed choices are strict, standard, relaxed.",
    ],
    [
      ['run', '--adapter', 'reference', '--command', 'x'],
      "error: option '--command <command>' cannot be used with option '--adapter <name|file>'",
    ],
    [['show'], "error: missing required argument 'id'"],
    [['judge'], "error: missing required argument 'responses'"],
    [['run', '--adapter'], "error: option '--adapter <name|file>' argument missing"],
  ])('%j', async (argv, line) => {
    const { exit, out, err } = await tconf(...argv);
    expect([exit, out, err.split('\n')[0]]).toEqual([2, '', line]);
  });

  test('and what was meant, where that is near', async () => {
    expect((await tconf('rnu')).err).toContain('Did you mean run?');
    expect((await tconf('run', '--adaptor', 'x')).err).toContain('Did you mean --adapter?');
  });
});

test('an error of the suite itself is incomplete, in one line, and --verbose shows its stack', async () => {
  const broken = {
    out: () => {
      throw new Error('the disk is full');
    },
    interactive: false,
  };
  const said: string[] = [];
  const err = (text: string) => void said.push(text);
  expect(await main(['explain', 'neg.C1'], { ...broken, err })).toBe(4);
  expect(said).toEqual(['tconf: internal error: the disk is full\n']);
  await main(['explain', 'neg.C1', '--verbose'], { ...broken, err });
  expect(said.at(-1)).toMatch(/^Error: the disk is full\n {4}at /);
});
