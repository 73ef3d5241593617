import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { packageFolder } from '../load/package.ts';
import { type Sources, sourcesIn } from './imports.ts';

const root = packageFolder();

/** What a README says of the files beside it and is not so. Code is a path if it has a slash or ends in .ts. */
function untrue(folder: string, text: string, sources: Sources): string[] {
  const links = Array.from(text.matchAll(/\]\(([^)#\s]+)/g), ([, path]) => path!);
  const code = Array.from(text.matchAll(/`([^`\n]+)`/g), ([, words]) => words!);
  // From the root of the repository, or from the folder.
  const paths = [...links, ...code.filter((words) => /^[\w.-]+\/[\w./-]*$|\.ts$/.test(words))];
  const there = (path: string): boolean => [folder, '.'].some((from) => existsSync(join(root, from, path)));

  const own = [...sources].filter(([file]) => file.startsWith(`${folder}/`) && !file.endsWith('.test.ts'));
  const names = code.filter((words) => /^\w+$/.test(words));
  const used = (name: string): boolean => own.some(([, source]) => new RegExp(`\\b${name}\\b`).test(source));

  // `apply/op.ts` `apply`: it is in that file.
  const inFile = [...text.matchAll(/`([\w/-]+\.ts)`(?:\]\([^)]*\),)? `(\w+)`/g)].map(
    ([, file, name]) => [file!, name!] as const,
  );
  const has = ([file, name]: readonly [string, string]): boolean =>
    new RegExp(`\\b(?:function\\*?|class|const|interface|type) ${name}\\b`).test(
      sources.get(`${folder}/${file}`) ?? '',
    );

  return [
    ...paths.filter((path) => !there(path)).map((path) => `there is no ${path}`),
    ...names.filter((name) => !used(name)).map((name) => `nothing is named ${name}`),
    ...inFile.filter((pair) => !has(pair)).map(([file, name]) => `${file} has no ${name}`),
  ];
}

describe.each(['conformance', 'reference'])('%s/README.md', (folder) => {
  const sources = sourcesIn(root, [folder]);
  const text = readFileSync(join(root, folder, 'README.md'), 'utf8');

  test('names files, and what is in them', () => {
    expect(untrue(folder, text, sources)).toEqual([]);
  });

  test('is found out where it does not', () => {
    const wrong = 'Of [a page](ops/nowhere.md), `kernels/nothing.ts`, `nowhere/` and `noSuchName`.\n';
    expect(untrue(folder, wrong, sources)).toEqual([
      'there is no ops/nowhere.md',
      'there is no kernels/nothing.ts',
      'there is no nowhere/',
      'nothing is named noSuchName',
    ]);
  });
});

test('a function of another file is found out', () => {
  const sources = sourcesIn(root, ['reference']);
  const text = '`apply/op.ts` `apply`, [`apply/op.ts`](apply/op.ts), `walkBack`; `apply/op.ts` `record`.\n';
  expect(untrue('reference', text, sources)).toEqual(['apply/op.ts has no walkBack', 'apply/op.ts has no record']);
});
