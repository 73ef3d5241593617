import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Who is on the scoreboard, and the options of `tconf run` that reach them. */
export type Player =
  | { readonly name: string; readonly words: readonly string[]; readonly library?: string }
  | { readonly name: string; readonly absent: string };

const PYTHONS = ['python3', '/usr/bin/python3'];

const hasPyTorch = (python: string): boolean =>
  spawnSync(python, ['-c', 'import torch, mpmath'], { stdio: 'ignore' }).status === 0;

const pytorch = (folder: string, pythons: readonly string[]): Player => {
  const python = pythons.find(hasPyTorch);
  if (python === undefined) return { name: 'PyTorch', absent: 'not installed' };
  return {
    name: 'PyTorch',
    words: ['--command', `${python} ${JSON.stringify(join(folder, 'pytorch', 'harness.py'))}`],
  };
};

/** PyTorch, the reference, and every library that has a folder among the adapters. */
export const lineup = (folder: string, pythons: readonly string[] = PYTHONS): readonly Player[] => {
  const libraries = readdirSync(folder)
    .filter((name) => name !== 'reference' && existsSync(join(folder, name, 'index.ts')))
    .sort();
  return [
    pytorch(folder, pythons),
    { name: 'reference', words: ['--adapter', 'reference'] },
    ...libraries.map((name) => ({ name, words: ['--adapter', name], library: name })),
  ];
};
