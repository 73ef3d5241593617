import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { installed } from '../adapters/pytorch/installed.ts';
import { pytorchVersions, release } from '../versions/index.ts';

/** Who is on the scoreboard, and the options of `tconf run` that reach them. */
export type Subject =
  | { readonly name: string; readonly words: readonly string[]; readonly library?: string }
  | { readonly name: string; readonly absent: string };

/** Each PyTorch that is here or given, and each version of those that are run which is not. */
const pytorchs = (
  folder: string,
  roots: readonly string[],
  pythons: readonly string[] | undefined,
): readonly Subject[] => {
  const found = installed(join(folder, 'pytorch'), roots, pythons);
  const missing = pytorchVersions.filter((one) => !found.some(({ version }) => release(version) === release(one)));
  return [
    ...found.map(({ version, command }) => ({ name: `PyTorch ${version}`, words: ['--command', command] })),
    ...missing.map((version) => ({ name: `PyTorch ${version}`, absent: 'not here' })),
  ];
};

/** Every version of PyTorch, the reference, and every library that has a folder among the adapters. `roots` are of more PyTorch. */
export const subjects = (
  folder: string,
  roots: readonly string[] = [],
  pythons?: readonly string[],
): readonly Subject[] => {
  const libraries = readdirSync(folder)
    .filter((name) => name !== 'reference' && existsSync(join(folder, name, 'index.ts')))
    .sort();
  return [
    ...pytorchs(folder, roots, pythons),
    { name: 'reference', words: ['--adapter', 'reference'] },
    ...libraries.map((name) => ({ name, words: ['--adapter', name], library: name })),
  ];
};
