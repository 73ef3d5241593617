import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, test } from 'vitest';

const here = new URL('./', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, here), 'utf8');

/** The files of the public ops, with the names that each gives to torch, to its tensors or to torch.nn.functional. */
const publicOps = (): ReadonlyMap<string, readonly string[]> => {
  const lists = ['torch', 'nn'].flatMap((folder) =>
    readdirSync(new URL(folder, here))
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
      .map((file) => read(`${folder}/${file}`)),
  );
  const files = new Map<string, readonly string[]>();
  for (const [, names, file] of lists.join('\n').matchAll(/^export \{ ([\w, ]+) \} from '\.\.\/(ops\/[^']+)'/gm))
    files.set(file!, [...new Set([...(files.get(file!) ?? []), ...names!.split(', ')])]);
  return files;
};

/** Everything that stands below the imports and the exports of other files. */
const bodyOf = (source: string): string =>
  source.replace(/^(?:(?:import|export)\b[^;]*\bfrom '[^']+';\s*)*/, '').trimStart();

/** The doc comment right above the function that goes by this name outside: `var` is no name for one in JavaScript. */
const docOf = (source: string, name: string): string | undefined => {
  const own = new RegExp(`^export \\{ (\\w+) as ${name} \\};$`, 'm').exec(source)?.[1] ?? name;
  return new RegExp(`(/\\*\\*(?:(?!\\*/)[\\s\\S])*\\*/)\\n(?:export )?function ${own}\\b`).exec(source)?.[1];
};

/** What is wrong with the file of public ops, a line each. */
const faultsOf = (source: string, names: readonly string[]): readonly string[] => {
  const docs = names.map((name) => [name, docOf(source, name)] as const);
  const first = docs.find(([, doc]) => doc !== undefined && bodyOf(source).startsWith(doc));
  const lines = source.split('\n');
  const gradients = lines.flatMap((line, i) => (/^\s*vjp: \{/.test(line) ? [i] : []));
  const isComment = (line: string | undefined): boolean => /^\s*\/\//.test(line ?? '');
  return [
    ...(first === undefined ? ['it does not begin with the doc comment of an op of its own'] : []),
    ...docs.flatMap(([name, doc]) => (doc === undefined ? [`${name} is no function below a doc comment`] : [])),
    ...docs.flatMap(([name, doc]) => (doc === undefined || doc.includes('Source: ') ? [] : [`${name} has no Source:`])),
    ...lines.flatMap((line, i) =>
      /^export function .*;$/.test(line) && !lines[i - 1]?.endsWith('*/')
        ? [`line ${i + 1} is an overload without a comment`]
        : [],
    ),
    ...gradients
      .filter((i) => !isComment(lines[i - 1]) && !lines.slice(i + 1, i + 6).some(isComment))
      .map((i) => `no formula stands above the gradient in line ${i + 1}`),
  ];
};

const files = publicOps();

test('there are as many public files of ops as files that are named after what they export', () => {
  expect(files.size).toBeGreaterThan(90);
  for (const [file, names] of files) expect(names).toContain(basename(file, '.ts'));
});

test.each([...files])('%s begins with the contract of %j, and says where it is from', (file, names) => {
  expect(faultsOf(read(file), names)).toEqual([]);
});

const good = `import { apply, type Op } from '../../apply/op.ts';
import {
  broadcast,
} from '../pointwise.ts';

/**
 * Doubles.
 *
 *     out[i] = 2·input[i]
 *
 * Source: torch.double.
 */
export function double(input: Tensor): Tensor {
  return apply(op, [input], {});
}

const op: Op = {
  // d(2x) = 2·dx
  vjp: { gradFn: 'DoubleBackward0', rules: [(grad) => grad.mul(2)] },
};
`;
const [head, doc] = [good.slice(0, good.indexOf('/**')), docOf(good, 'double')!];

test.each([
  ['as it is due', good, []],
  [
    'with its kernel first',
    good.replace(doc, `const row = 1;\n\n${doc}`),
    ['it does not begin with the doc comment of an op of its own'],
  ],
  ['without a source', good.replace('Source: ', 'See '), ['double has no Source:']],
  ['without its formula', good.replace('  // d(2x) = 2·dx\n', ''), ['no formula stands above the gradient in line 18']],
  [
    'with an overload',
    good.replace(
      'export function',
      'export function double(): Tensor;\nexport function double(x: number): Tensor;\nexport function',
    ),
    ['line 14 is an overload without a comment'],
  ],
  [
    'without a comment',
    good.replace(`${doc}\n`, ''),
    ['it does not begin with the doc comment of an op of its own', 'double is no function below a doc comment'],
  ],
  [
    'with an arrow that has to stand below what it uses',
    `${head}${doc}\nexport const double = (input: Tensor): Tensor => apply(op, [input], {});\n`,
    ['it does not begin with the doc comment of an op of its own', 'double is no function below a doc comment'],
  ],
])('a file %s is told', (_, source, faults) => {
  expect(faultsOf(source, ['double'])).toEqual(faults);
});
