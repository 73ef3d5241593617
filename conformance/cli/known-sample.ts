import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { type Ended, folderOf, negFile, tconf } from './sample.ts';

/** `neg`, and how it answers. */
export const adapter = (neg: string): string => `
  const right = (x) => ({ ...x, data: Array.from(x.data, (v) => -v) });
  const raise = () => { throw new Error('neg is not for this'); };
  export default {
    name: 'tiny', dtypes: { float32: true, bool: true }, mutation: 'none', tensor: (data) => data, read: (t) => t,
    ops: { neg: (x) => { if (x.dtype === 'bool') raise(); return ${neg}; } },
  };`;

let folder: ReturnType<typeof folderOf>;

/** Before each test of a file: two cases of `neg`, and libraries that are right, wrong, raise, and lack it. */
export function withLibraries(): void {
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
}

export const at = (name = ''): string => join(folder.path, name);

/** A file of known failures with this text. */
export const list = (text: string): string => {
  writeFileSync(at('known.txt'), text);
  return at('known.txt');
};

/** A run in this process, since none of these libraries hangs. */
export const run = (library: string, ...argv: readonly string[]): Promise<Ended> =>
  tconf('run', '--inspect', '--fixtures', at('fixtures'), '--adapter', at(`${library}.mjs`), ...argv);
