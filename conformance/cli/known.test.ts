import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { loadSuite } from '../load/suite.ts';
import { knownFailures } from './known.ts';
import { folderOf, negFile, tconf } from './sample.ts';

vi.setConfig({ testTimeout: 60_000 });

/** `neg`, and how it answers. */
const adapter = (neg: string): string => `
  const right = (x) => ({ ...x, data: Array.from(x.data, (v) => -v) });
  const raise = () => { throw new Error('neg is not for this'); };
  export default {
    name: 'tiny', dtypes: { float32: true, bool: true }, mutation: 'none', tensor: (data) => data, read: (t) => t,
    ops: { neg: (x) => { if (x.dtype === 'bool') raise(); return ${neg}; } },
  };`;

let folder: ReturnType<typeof folderOf>;
beforeEach(() => {
  folder = folderOf({
    'fixtures/ops/neg.json': negFile(),
    'right.mjs': adapter('right(x)'),
    'wrong.mjs': adapter('x'),
    'raises.mjs': adapter('raise()'),
    'lacks.mjs': adapter('x').replace('neg:', 'abs:'),
  });
});
afterEach(() => folder.remove());
const at = (name: string): string => join(folder.path, name);
const list = (text: string): string => {
  writeFileSync(at('known.txt'), text);
  return at('known.txt');
};
/** A run in this process, since none of these libraries hangs. */
const run = (library: string, ...argv: readonly string[]) =>
  tconf('run', '--inspect', '--fixtures', at('fixtures'), '--adapter', at(`${library}.mjs`), ...argv);
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
    const { exit, err } = await run('wrong', '--known', folder.path);
    expect([exit, err]).toEqual([2, expect.stringMatching(/^tconf: cannot read the known failures .*EISDIR[^\n]*\n$/)]);
  });
});

describe('--update-known', () => {
  const floors = '# How many cases of each topic run, at least: what disappears fails the run.\nops/neg  # runs: 2\n';

  const text = '# Mine.\nops/neg/a-bool-raises # threw\n';

  test('writes what fails, so that the next run is as expected, and drops what passes', async () => {
    const file = list(text);
    const { exit, err } = await run('wrong', '--known', file, '--update-known');
    expect([exit, err]).toEqual([0, expect.stringMatching(/known\.txt: 1 added, 0 dropped, 1 changed, 0 kept\n$/)]);
    expect(readFileSync(file, 'utf8')).toBe(
      `# Mine.\nops/neg/a-bool-raises  # vacuous\nops/neg/flips-signs  # wrong_value: y\n\n${floors}`,
    );
    expect((await run('wrong', '--known', file)).exit).toBe(0);
    expect((await run('right', '--known', file, '--update-known')).exit).toBe(0);
    expect(readFileSync(file, 'utf8')).toBe(`# Mine.\n\n${floors}`);
  });

  test('begins a file that does not exist, and drops lines that match nothing', async () => {
    expect((await run('wrong', '--known', at('new.txt'), '--update-known')).exit).toBe(0);
    expect(readFileSync(at('new.txt'), 'utf8')).toMatch(/^# ops\/neg\nops\/neg\/flips-signs/);
    const file = list('ops/sum/gone # threw\n');
    expect((await run('right', '--known', file, '--update-known')).exit).toBe(0);
    expect(readFileSync(file, 'utf8')).toBe(floors);
  });

  test.each([
    ['patterns', ['ops/neg/flips-signs'], 'a whole run, and only some cases were chosen: ops/neg/flips-signs'],
    ['a shard', ['--shard', '1/2'], 'a whole run, and --shard 1/2 is a part'],
  ])('is refused with %s, and writes nothing', async (_, more, said) => {
    const { exit, err } = await run('wrong', '--known', list(text), '--update-known', ...more);
    expect([exit, err]).toEqual([2, `tconf: --update-known needs ${said}\n`]);
    expect(readFileSync(at('known.txt'), 'utf8')).toBe(text);
  });

  test('is refused without a file to write', async () => {
    for (const more of [[], ['--no-known']]) {
      const { exit, err } = await run('wrong', '--update-known', ...more);
      expect([exit, err]).toEqual([2, expect.stringMatching(/^tconf: --update-known needs [^\n]*\n$/)]);
    }
    expect((await tconf('run', '--update-known')).err).toBe('tconf: --update-known needs --known <file>\n');
  });

  test('writes nothing if the run breaks off', async () => {
    writeFileSync(at('init.mjs'), adapter('x').replace('tensor:', 'init: raise, tensor:'));
    expect((await run('init', '--known', list(text), '--update-known')).exit).toBe(3);
    expect(readFileSync(at('known.txt'), 'utf8')).toBe(text);
  });

  test('writes nothing for a run of which verdicts are missing', () => {
    const suite = loadSuite(at('fixtures'));
    const known = knownFailures({ known: list(text), updateKnown: true }, suite);
    expect(() => known.update?.([{ id: 'ops/neg/flips-signs', verdict: 'pass' }])).toThrow(
      expect.objectContaining({ exit: 4, message: expect.stringContaining('is as it was') }),
    );
    expect(readFileSync(at('known.txt'), 'utf8')).toBe(text);
  });

  test('leaves nothing half-written, where it can write and where it cannot', async () => {
    const { exit, err } = await run('wrong', '--known', at('none/known.txt'), '--update-known');
    expect([exit, err]).toEqual([0, expect.stringContaining('2 added')]);
    expect(readdirSync(at('none'))).toEqual(['known.txt']);
    writeFileSync(at('blocked'), 'a file');
    const blocked = await run('wrong', '--known', at('blocked/known.txt'), '--update-known');
    expect([blocked.exit, blocked.out]).toEqual([2, '']);
    expect(blocked.err).toMatch(/^tconf: cannot write [^\n]*\n$/);
    expect(readFileSync(at('blocked'), 'utf8')).toBe('a file');
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
