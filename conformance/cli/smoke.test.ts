import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { processOf } from '../faults/processes.ts';
import { adapterText } from '../init/adapter-text.ts';
import { folderOf, tconf } from './sample.ts';

vi.setConfig({ testTimeout: 60_000 });

const adapter = (read: string, more = ''): string => `export default {
  name: 'tiny', version: '1.0', dtypes: { float32: true }, mutation: 'none',
  tensor: ({ dtype, shape, data }) => ({ dtype, shape, data: Array.from(data) }), read: ${read}, ops: {}, ${more}
};`;

let folder: ReturnType<typeof folderOf>;
beforeAll(() => {
  folder = folderOf({
    'sound.mjs': adapter('async (t) => ({ ...t, data: t.data.slice() })'),
    'broken.mjs': adapter("(t) => ({ ...t, dtype: '\\u001b[31mfloat' })"),
    'hangs.mjs': adapter('() => new Promise(() => {})'),
    'init.mjs': adapter('(t) => t', "init: () => { throw new Error('no GPU'); },"),
    'none.mjs': 'export default 5;',
  });
});
afterAll(() => folder.remove());
const smoke = (name: string, ...argv: readonly string[]) =>
  tconf('smoke', '--adapter', `${folder.path}/${name}`, ...argv);

describe('tconf smoke', () => {
  test('finds the reference sound', async () => {
    expect(await tconf('smoke')).toMatchObject({
      exit: 0,
      err: '',
      out: expect.stringContaining('9 right, 0 wrong, 1'),
    });
  });

  test('says what it looked at, and what not', async () => {
    const { exit, out } = await smoke('sound.mjs');
    expect(exit).toBe(0);
    expect(out).toMatch(/^tiny 1\.0\n\nok {5}it declares what the suite knows\n/);
    expect(out).toContain('gradients of x·x reach x: not checked, the adapter has no autograd');
    expect(out).toMatch(/\n5 right, 0 wrong, 5 not checked\. What could be looked at is right\. List more ops .*\n$/);
  });

  test('says what is wrong and how to mend it, and exits 1', async () => {
    const { exit, out } = await smoke('broken.mjs');
    expect(exit).toBe(1);
    expect(out).toMatch(
      /WRONG {2}tensors of every declared dtype .*\n {7}wrong {3}read gave the dtype .*\n {7}mend {4}translate/,
    );
    expect(out).not.toContain('\u001b[31mfloat');
    expect(out).toMatch(/1 right, 1 wrong, 8 not checked\. The adapter is broken: mend it before/);
  });

  test('says that what it looked at is a skeleton', async () => {
    const skeleton = adapterText('lib', 'none')
      .replace(/^import.*\n/, '')
      .replace('<Tensor>', '')
      .replace(/^type .*$/m, '');
    writeFileSync(`${folder.path}/skeleton.mjs`, skeleton.replace('defineAdapter', ''));
    expect(await smoke('skeleton.mjs')).toMatchObject({
      exit: 0,
      out: expect.stringMatching(/ 0 wrong, .* The adapter still has TODO 1, 2, 3, 4: where it is the skeleton .*\n$/),
    });
  });

  test('waits no longer than it is told', async () => {
    expect(await smoke('hangs.mjs', '--timeout', '20')).toMatchObject({
      exit: 1,
      out: expect.stringContaining('read has not settled after 20 ms'),
    });
  });

  test('looks at a process by what it answers', async () => {
    const answers = `if (m.start) return say({ name: 'tiny', version: '2' }); if (m.stop) return process.exit(0);`;
    const lacks = await tconf('smoke', '--command', processOf(`${answers} say({ unsupported: { what: 'all' } });`));
    expect([lacks.exit, lacks.err]).toEqual([0, '']);
    expect(lacks.out).toMatch(
      /^tiny 2\n\n–.*\n[\s\S]* 0 wrong, .* List more ops .* the rest of the process can be seen\.\n$/,
    );
    const broken = await tconf('smoke', '--command', processOf(`${answers} say({ error: { message: 'bug' } });`));
    expect([broken.exit, broken.out]).toEqual([1, expect.stringContaining('The process is broken: mend it before')]);
    expect(await tconf('smoke', '--command', 'exit 3')).toMatchObject({
      ...{ exit: 3, out: '', err: 'tconf: the command "exit 3": the process ended (exit 3)\n' },
    });
  });

  test('exits 3 for what cannot be started, in one line', async () => {
    for (const [name, line] of [
      ['init.mjs', /^tconf: the adapter .* does not start: no GPU\n$/],
      ['none.mjs', /^tconf: the adapter .* has no adapter as its default export/],
    ] as const)
      expect(await smoke(name)).toMatchObject({ exit: 3, out: '', err: expect.stringMatching(line) });
  });
});
