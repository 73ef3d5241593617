import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { processOf } from '../faults/processes.ts';
import { folderOf, negFile, tconf } from './sample.ts';

const draft = negFile()
  .replace('"source":"spec"', '"source":"pytorch-2.14.1"')
  .replace(/"expected":\{"y":.*?\}\}/, '"expected":{"y":"?"}');
let folder: ReturnType<typeof folderOf>;
beforeAll(() => {
  folder = folderOf({ 'ops/neg.json': draft });
});
afterAll(() => folder.remove());

/** A PyTorch of this version, to which everything is −1 and −2. */
const pytorch = (version: string): string =>
  processOf(`
    if (m.start) return say({ name: 'pytorch', version: '${version}', features: ['errors.exact'] });
    if (m.stop) return process.exit(0);
    say({ result: { y: { dtype: 'float32', shape: [2], data: [-1, -2] } } });`).concat(' --');

test('a draft is filled by the newest PyTorch, and by no other', async () => {
  const file = join(folder.path, 'ops/neg.json');
  const refused = await tconf('author', file, '--command', pytorch('1.13.0a0'));
  expect([refused.exit, refused.err]).toEqual([
    2,
    'tconf: PyTorch 1.13.0a0 was asked; cases expect what 2.14.1 gives (.ci/pytorch sid npx tconf author …)\n',
  ]);
  expect(readFileSync(file, 'utf8')).toBe(draft);
  const filled = await tconf('author', file, '--command', pytorch('2.14.1+debian'));
  expect([filled.exit, filled.err]).toEqual([0, '']);
  expect(JSON.parse(readFileSync(file, 'utf8')).cases[0].expected).toEqual({
    y: { dtype: 'float32', shape: [2], data: [-1, -2] },
  });
});
