import { describe, expect, test } from 'vitest';
import { packageFolder } from '../load/package.ts';
import { type Sources, sourcesIn } from './imports.ts';

/** A file past this is two rooms. */
const LONGEST = 200;

const tooLong = (sources: Sources): string[] =>
  [...sources]
    .filter(([file]) => !file.endsWith('.gen.ts'))
    .map(([file, text]) => [file, text.split('\n').length - 1] as const)
    .filter(([, lines]) => lines > LONGEST)
    .map(([file, lines]) => `${file} has ${lines} lines; expected at most ${LONGEST}`);

/** What plays a library in a test breaks as libraries do. */
const playsLibrary = (file: string): boolean => /\.test\.ts$|sample\.ts$|^conformance\/faults\//.test(file);

/** Errors of no class of their own: who catches one can only read its text. */
const bareErrors = (sources: Sources): string[] =>
  [...sources]
    .filter(([file]) => !playsLibrary(file))
    .flatMap(([file, text]) =>
      text
        .split('\n')
        .flatMap((line, i) => (/(?<!\w)Error\(/.test(line) ? [`${file}:${i + 1} raises a bare Error`] : [])),
    );

/** Test files share modules, and so those that replace one stand apart: vitest.config.ts names them. */
const replacing = (sources: Sources): string[] =>
  [...sources]
    .filter(([file, text]) => /^vi\.(do)?mock\(/im.test(text) && !file.endsWith('/planted.test.ts'))
    .map(([file]) => `${file} replaces a module; expected that of planted.test.ts alone`);

const sources = sourcesIn(packageFolder(), ['conformance', 'reference', 'bench']);

describe('sources', () => {
  test('are short', () => expect(tooLong(sources)).toEqual([]));

  test('raise errors of a class that says what they are for', () => expect(bareErrors(sources)).toEqual([]));

  test('replace no module that others see', () => expect(replacing(sources)).toEqual([]));
});

test('what is too long, raises a bare Error or replaces a module is told', () => {
  const planted = new Map([
    ['reference/new.ts', `${'\n'.repeat(200)}throw new Error('no');\n`],
    ['reference/new.gen.ts', '\n'.repeat(1000)],
    ['conformance/faults/new.ts', "throw Error('no');\n"],
    ['conformance/new.test.ts', "vi.mock(import('./pages.ts'));\n"],
    ['conformance/new.ts', "throw new TensorError('invalid_argument', 'no');\nreject(Error('no'));\n"],
  ]);
  expect(tooLong(planted)).toEqual(['reference/new.ts has 201 lines; expected at most 200']);
  expect(bareErrors(planted)).toEqual([
    'reference/new.ts:201 raises a bare Error',
    'conformance/new.ts:2 raises a bare Error',
  ]);
  expect(replacing(planted)).toEqual([
    'conformance/new.test.ts replaces a module; expected that of planted.test.ts alone',
  ]);
});
