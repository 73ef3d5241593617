/** A folder of fixtures and a terminal that remembers, for the tests of commands. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Exit } from './failure.ts';
import { main } from './main.ts';

export interface Ended {
  readonly exit: Exit;
  readonly out: string;
  readonly err: string;
}

/** Runs one command line and keeps what it said. */
export const tconf = async (...argv: readonly string[]): Promise<Ended> => {
  let out = '';
  let err = '';
  const exit = await main(argv, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    interactive: false,
  });
  return { exit, out, err };
};

/** A new folder with these files, and a way to remove it. */
export const folderOf = (
  files: Readonly<Record<string, string>>,
): { readonly path: string; readonly remove: () => void } => {
  const path = mkdtempSync(join(tmpdir(), 'tconf-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), text);
  }
  return { path, remove: () => rmSync(path, { recursive: true }) };
};

const vector = { dtype: 'float32', shape: [2], data: [1, 2] };

/** One case that succeeds and one that raises, controlled by it. `value`: what the first expects. */
export const negFile = (value = -2): string =>
  JSON.stringify({
    title: 'Neg',
    source: 'spec',
    cases: [
      {
        id: 'flips-signs',
        title: { en: 'every sign is flipped', zh: '每个符号都翻转' },
        rules: ['neg.C1'],
        inputs: { x: vector },
        ops: [{ op: 'neg', in: ['x'], out: 'y' }],
        expected: { y: { ...vector, data: [-1, value] } },
      },
      {
        id: 'a-bool-raises',
        title: { en: 'a bool tensor has no negative' },
        rules: ['neg.C2'],
        inputs: { x: { dtype: 'bool', shape: [1], data: [true] } },
        ops: [{ op: 'neg', in: ['x'] }],
        expected: { error: { kind: 'unsupported_dtype', op: 0 } },
        control: 'flips-signs',
      },
    ],
  });
