import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import { loadSuite } from '../load/suite.ts';
import { knownFailures } from './known.ts';
import { adapter, at, list, run, withLibraries } from './known-sample.ts';
import { tconf } from './sample.ts';

vi.setConfig({ testTimeout: 60_000 });
withLibraries();

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
