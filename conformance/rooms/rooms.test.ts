import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { describe, expect, test } from 'vitest';
import { packageFolder } from '../load/package.ts';
import { circles } from './circles.ts';
import { type House, homeless, wrongWay } from './direction.ts';
import { type Import, importsOf, sourcesIn } from './imports.ts';
import { roomOf, type Side, sideOf } from './map.ts';

const root = packageFolder();
const readme = (folder: string): Side => sideOf(folder, readFileSync(join(root, folder, 'README.md'), 'utf8'));
const house: House = {
  suite: readme('conformance'),
  reference: readme('reference'),
  doors: {
    'adapters/reference': 'it is the adapter of the reference',
    faults: 'they are the reference with a fault',
  },
};
const sides = [house.suite, house.reference];
const sources = sourcesIn(root, ['conformance', 'reference', 'bench']);
const imports = importsOf(sources);

describe('the imports', () => {
  test('are all that esbuild finds', async () => {
    const { metafile } = await build({
      absWorkingDir: root,
      stdin: { contents: [...sources.keys()].map((file) => `import './${file}';`).join('\n'), resolveDir: root },
      ...{ bundle: true, write: false, metafile: true, format: 'esm', platform: 'node' },
      packages: 'external',
    });
    const theirs = Object.entries(metafile.inputs).flatMap(([from, input]) =>
      (sources.has(from) ? input.imports : [])
        .filter(({ path }) => sources.has(path))
        .map(({ path }) => `${from} → ${path}`),
    );
    const ours = imports.filter(({ type }) => !type).map(({ from, to }) => `${from} → ${to}`);
    expect([...new Set(ours)].sort()).toEqual([...new Set(theirs)].sort());
    expect(imports.filter(({ type }) => type).length).toBeGreaterThan(500);
  });

  test('go down', () => {
    expect(wrongWay(house, imports)).toEqual([]);
  });

  test('run in no circle of files', () => {
    expect(circles(imports.filter(({ type }) => !type).map(({ from, to }) => [from, to]))).toEqual([]);
  });
});

describe.each(sides)('the rooms of $folder', (side) => {
  test('are listed once, and are there', () => {
    expect(side.rooms.length).toBeGreaterThan(20);
    expect(new Set(side.rooms).size).toBe(side.rooms.length);
    const lived = new Set([...sources.keys()].map((file) => roomOf(side, file)));
    expect(side.rooms.filter((room) => !lived.has(room))).toEqual([]);
  });

  test('hold every file', () => {
    expect(homeless(side, [...sources.keys()])).toEqual([]);
  });
});

describe('a planted import', () => {
  const plant = (from: string, specifier: string): readonly Import[] => {
    const text = `/** Why. */\nimport type {\n  A,\n} from '${specifier}';\n`;
    return importsOf(new Map([[from, text]]), sources);
  };

  test.each([
    [
      'conformance/pages/new.ts',
      '../judge/judge.ts',
      'the room pages stands below the room judge (conformance/README.md)',
    ],
    [
      'conformance/fuzz/draw/new.ts',
      '../hold/oracle.ts',
      'the room fuzz/draw stands below the room fuzz/hold (conformance/README.md)',
    ],
    [
      'conformance/adapters/pytorch/new.ts',
      './check/main.ts',
      'the room adapters/pytorch stands below the room adapters/pytorch/check (conformance/README.md)',
    ],
    ['conformance/cli/new.ts', '../index.ts', 'the room cli stands below the files of conformance/ itself'],
    ['conformance/cli/new.ts', '../readme.test.ts', 'it is a test, which nothing imports'],
    ['conformance/cli/new.ts', './sample.ts', 'it is for tests'],
    [
      'conformance/laws/shape/new.ts',
      '../../../reference/index.ts',
      'the room laws sees the reference only through adapters/reference',
    ],
    ['conformance/cli/new.ts', '../../bench/row.ts', 'nothing in conformance/ imports what lies outside'],
    [
      'reference/autograd/tensor.ts',
      '../torch/install.ts',
      'the room autograd stands below the room torch (reference/README.md)',
    ],
    [
      'reference/ops/pointwise.ts',
      './arithmetic/add.ts',
      'the room ops/pointwise.ts stands below the room ops/arithmetic (reference/README.md)',
    ],
    ['reference/index.test.ts', '../conformance/index.ts', 'the reference imports nothing from outside'],
  ])('of %s, %s, is told', (from, specifier, why) => {
    expect(wrongWay(house, plant(from, specifier))).toEqual([`${from} imports '${specifier}': ${why}`]);
  });

  test.each([
    ['conformance/judge/new.ts', '../pages/page.ts'],
    ['conformance/judge/new.test.ts', '../cli/main.ts'],
    ['conformance/judge/new-sample.ts', '../cli/sample.ts'],
    ['conformance/judge/new.test.ts', '../../reference/index.ts'],
    ['conformance/adapters/reference/new.ts', '../../../reference/nn/index.ts'],
    ['conformance/index.ts', './cli/main.ts'],
    ['reference/ops/shape/new.ts', '../pointwise.ts'],
    ['bench/new.ts', '../reference/index.ts'],
  ])('of %s, %s, goes down', (from, specifier) => {
    expect(plant(from, specifier)).toHaveLength(1);
    expect(wrongWay(house, plant(from, specifier))).toEqual([]);
  });

  test('of a room that the table does not have is told', () => {
    expect(homeless(house.suite, ['conformance/new/a.ts', 'conformance/a.ts', 'reference/new/a.ts'])).toEqual([
      'conformance/new/a.ts lies in no room of conformance/README.md',
    ]);
  });

  test('that closes a circle of files is told', () => {
    const text = "export { tools } from '../mutants/reference.ts';\n";
    const closed = importsOf(new Map([...sources, ['conformance/evaluate/failure.ts', text]]));
    const [circle] = circles(closed.filter(({ type }) => !type).map(({ from, to }) => [from, to]));
    expect(circle).toEqual(
      expect.arrayContaining(['conformance/evaluate/failure.ts', 'conformance/mutants/reference.ts']),
    );
  });
});
