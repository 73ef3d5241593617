import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import { at, list, run, withLibraries } from './known-sample.ts';
import { tconf } from './sample.ts';

vi.setConfig({ testTimeout: 60_000 });
withLibraries();

const results = () => JSON.parse(readFileSync(at('out/results.json'), 'utf8'));
const json = () => ['--reporter', 'pretty,json', '--out', at('out')];

describe('a run with known failures', () => {
  const both = 'ops/neg/flips-signs  # wrong_value: y 2 of 2 | https://example.org/1\nops/neg/a-* # vacuous\n';

  test('exits 0 if all that fails is listed, and for its reason', async () => {
    const { exit, out } = await run('wrong', '--known', list(both), ...json());
    expect([exit, out]).toEqual([0, expect.stringContaining('2 cases: 2 failed as known; 1 known finding')]);
    expect(results()).toMatchObject({
      totals: { xfail: 2, fail: 0 },
      findings: [{ cause: 'neg', own: 1, others: 1 }],
      cases: [
        { verdict: 'xfail', reason: 'wrong_value', cause: 'neg', known: { url: 'https://example.org/1' } },
        { verdict: 'xfail', reason: 'vacuous', cause: 'neg', known: { place: expect.stringMatching(/known.txt:2$/) } },
      ],
    });
  });

  test('exits 1 if a listed case passes', async () => {
    const { exit, out } = await run('right', '--known', list(both));
    expect(exit).toBe(1);
    expect(out).toContain('2 known failures no longer as listed');
    expect(out).toMatch(/known\.txt:1 lists it as wrong_value, and it passes now: remove it from there/);
    expect(out).toContain('2 cases: 2 passed unexpectedly');
  });

  test('exits 1 if a listed case fails for another reason, and tells it in full', async () => {
    const { exit, out } = await run('raises', '--known', list(both));
    expect(exit).toBe(1);
    expect(out).toContain('FAIL  ops/neg/flips-signs  threw');
    expect(out).toMatch(/known\.txt:1 lists it as wrong_value, and it fails as threw now: op 0 \(neg\) raised/);
    expect((await run('wrong', '--known', list(both.replace('y 2 of 2', 'y 1 of 2')))).exit).toBe(1);
  });

  test('exits 1 if a listed case cannot run any more', async () => {
    const { exit, out } = await run('lacks', '--known', list(both));
    expect(exit).toBe(1);
    expect(out).toMatch(/known\.txt:1 lists it as wrong_value, and it is unsupported now: op neg/);
  });

  test('takes them from beside the adapter, or does without', async () => {
    writeFileSync(at('known-failures.txt'), `${both}ops/sum/from-the-bundled-suite # threw\n`);
    expect((await run('wrong')).exit).toBe(0);
    expect(await run('wrong', '--no-known')).toMatchObject({ exit: 1, out: expect.stringContaining(' --no-known\n') });
  });

  test('of a part of the suite minds the lines of that part', async () => {
    expect((await run('wrong', '--known', list(both), 'ops/neg/flips-signs')).exit).toBe(0);
  });
});

describe('known failures that are wrong in themselves', () => {
  const refusal = async (text: string): Promise<string> => {
    const { exit, err, out } = await run('wrong', '--known', list(text));
    expect([exit, out]).toEqual([2, '']);
    return err.replaceAll(/\S*known\.txt/g, 'known.txt');
  };

  test('are refused in one line with the place', async () => {
    expect(await refusal('\nops/neg/flips-signs # wrong_valu\n')).toMatch(
      /^tconf: known\.txt:2:23: unknown reason "wrong_valu"; expected .*; did you mean "wrong_value"\?\n$/,
    );
  });

  test('are refused for lines that match nothing, all at once', async () => {
    expect(await refusal('ops/neg/flip-signs # threw\nops/summ/* # threw\n')).toBe(
      [
        'tconf: known.txt has 2 faults; nothing was run',
        '  known.txt:1:1: no case matches "ops/neg/flip-signs"; did you mean "ops/neg/flips-signs"?',
        '  known.txt:2:1: no case matches "ops/summ/*"\n',
      ].join('\n'),
    );
  });

  test('are not refused for lines about the bundled suite, of which these are not the fixtures', async () => {
    const both = 'ops/neg/flips-signs # wrong_value\nops/neg/a-bool-raises # vacuous\n';
    expect((await run('wrong', '--known', list(`${both}ops/sum/* # threw\n`))).exit).toBe(0);
  });

  test('of a configuration are about its fixtures, whatever other ones are run', async () => {
    const config = (more: object) => {
      writeFileSync(at('config.json'), JSON.stringify({ adapter: './wrong.mjs', known: './known.txt', ...more }));
      return ['--inspect', '--config', at('config.json')];
    };
    list('ops/neg/* # vacuous\nmine/other/gone # threw\n');
    const own = ['--fixtures', at('fixtures')];
    expect((await tconf('run', ...config({}), ...own)).err).toMatch(/^\S+ does not say which cases run: [^\n]*\n$/);
    const { exit, err } = await tconf('run', ...config({ fixtures: './fixtures' }));
    expect([exit, err]).toEqual([2, expect.stringMatching(/known\.txt:2:1: no case matches "mine\/other\/gone"\n$/)]);
    const update = await tconf('run', ...config({}), ...own, '--update-known');
    expect(update).toMatchObject({ exit: 2, err: expect.stringContaining('needs --known <file>, because --fixtures') });
  });

  test('are refused if they cannot be read', async () => {
    expect((await run('wrong', '--known', at('none.txt'))).err).toMatch(/^tconf: no file .*none\.txt; expected known/);
    const { exit, err } = await run('wrong', '--known', at());
    expect([exit, err]).toEqual([2, expect.stringMatching(/^tconf: cannot read the known failures .*EISDIR[^\n]*\n$/)]);
  });
});

test('recorded answers are judged by the known failures too', async () => {
  const replies = [
    { id: 'start', name: 'afar' },
    { id: 'ops/neg/flips-signs', result: { y: { dtype: 'float32', shape: [2], data: [1, 2] } } },
    { id: 'ops/neg/a-bool-raises', threw: { op: [0], message: 'no' } },
  ];
  writeFileSync(at('replies.jsonl'), replies.map((reply) => `${JSON.stringify(reply)}\n`).join(''));
  const judged = (...argv: readonly string[]) =>
    tconf('judge', at('replies.jsonl'), '--fixtures', at('fixtures'), ...argv);
  expect((await judged()).exit).toBe(1);
  expect((await judged('--known', list('ops/neg/* # vacuous\n'))).exit).toBe(1);
  const both = 'ops/neg/flips-signs # wrong_value\nops/neg/a-bool-raises # vacuous\n';
  expect(await judged('--known', list(both))).toMatchObject({ exit: 0, err: '' });
});

describe('what runs', () => {
  const lines = 'ops/neg  # runs: 2\n';

  test('and no longer does fails the run, and is told by its topic', async () => {
    const { exit, out } = await run('lacks', '--known', list(lines), ...json());
    expect(exit).toBe(1);
    expect(out).toContain('1 topic of which fewer cases run than before (--update-known if that is meant)');
    expect(out).toMatch(/ops\/neg\n.*known\.txt:1 says that 2 cases of ops\/neg run, and 0 do now: op neg/);
    expect(results().cases).toMatchObject([1, 2].map(() => ({ verdict: 'unsupported', known: { reason: 'runs' } })));
  });

  test('is written down by --update-known, and a whole run asks for it', async () => {
    const known = list('# mine\n');
    const before = await run('right', '--known', known);
    expect([before.exit, before.err]).toEqual([0, expect.stringMatching(/known.txt does not say which cases run/)]);
    await run('right', '--known', known, '--update-known');
    expect(readFileSync(known, 'utf8')).toContain('ops/neg  # runs: 2\n');
    expect(await run('right', '--known', known)).toMatchObject({ exit: 0, err: '' });
    expect((await run('right', '--known', known, 'ops/neg/flips-signs')).exit).toBe(0);
    expect((await run('lacks', '--known', known)).exit).toBe(1);
  });
});
