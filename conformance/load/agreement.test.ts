import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { pageOf } from '../pages/page-of.ts';
import { opNames } from './op-names.ts';
import { checkOptions } from './options.ts';
import { packageFolder } from './package.ts';
import { file, linesOf, sound, x } from './sample.ts';
import { bundledFixtures } from './suite.ts';

const schema = (name: string): object =>
  JSON.parse(readFileSync(join(packageFolder(), 'spec/schema', `${name}.schema.json`), 'utf8'));
const ajv = new Ajv2020({ allowUnionTypes: true, strictTuples: false, strictTypes: false });
for (const name of ['values', 'ops', 'fixture']) ajv.addSchema(schema(name));
const fixture = ajv.getSchema('fixture.schema.json') as ValidateFunction;

describe('the published schema accepts every bundled fixture', () => {
  const files = readdirSync(bundledFixtures(), { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.json'),
  );
  test.each(files)('%s', (path) => {
    fixture(JSON.parse(readFileSync(join(bundledFixtures(), path), 'utf8')));
    expect(fixture.errors ?? []).toEqual([]);
  });
});

/** A fixture file around one call. */
const around = (op: string, operands: readonly unknown[], options: Readonly<Record<string, unknown>>): unknown =>
  JSON.parse(file({ ...sound, ops: [{ op, in: operands, with: options }], expected: { x } }));

/** Whether the loader takes a call, apart from what names denote: the schema cannot know that. */
const loads = (document: unknown): boolean =>
  linesOf(JSON.stringify(document)).every((line) =>
    /the name "[^"]*" is not bound|the path "[^"]*" goes on/.test(line),
  );

/** Values of every kind that could stand as an operand or an option. */
const VALUES: readonly unknown[] = [
  ...[0, -1, 1.5, 2 ** 53, true, false, null, 'x', 'mean', 'float32', 'strided', 'floor', 'nope nope', '1:2'],
  ...[
    { float: 1 },
    { float: 1.5 },
    { float: 'NaN' },
    { int: '9223372036854775807' },
    { int: 5 },
    { ref: 'x' },
    { ref: 1 },
  ],
  ...[{ ref: 'x', int: '1' }, {}, { '0.weight': { ref: 'x' } }, { '0.weight': 'x' }],
  ...[
    [],
    [1],
    [1, 2],
    [1, 2, 3],
    [1.5],
    ['x'],
    ['x', 'x'],
    [['x']],
    [1, ['x', true]],
    [null],
    [{ ref: 'x' }],
    ['...'],
    ['None', 0],
  ],
];

/** A value that some option takes, found by trying. */
const fitting = (op: string, name: string): unknown =>
  VALUES.find((value) => pageOf(op)!.page.options[name] !== undefined && optionFits(op, name, value));
const optionFits = (op: string, name: string, value: unknown): boolean => {
  let fits = true;
  checkOptions({ ...pageOf(op)!.page, required: [] }, { [name]: value }, '', () => {
    fits = false;
  });
  return fits;
};

describe('the published schema and the loader agree on operands and options', () => {
  test.each(opNames.map((op) => [op]))('%s', (op) => {
    const { page, inplace } = pageOf(op)!;
    const required = Object.fromEntries((page.required ?? []).map((name) => [name, fitting(op, name)]));
    const operand = (i: number): unknown => {
      const { type } = page.operands[Math.min(i, page.operands.length - 1)]!;
      return type === 'tensors' ? ['x'] : inplace || type !== 'data' ? 'x' : 1;
    };
    const full = page.operands.map((_, i) => operand(i));
    const calls: [unknown[], Record<string, unknown>][] = [];
    for (let n = 0; n <= full.length + 2; n++)
      calls.push([Array.from({ length: n }, (_, i) => full[i] ?? 'x'), required]);
    for (const [i] of page.operands.entries()) for (const value of VALUES) calls.push([full.with(i, value), required]);
    for (const name of [...Object.keys(page.options), 'no_such_option'])
      for (const value of VALUES) calls.push([full, { ...required, [name]: value }]);
    if ((page.required ?? []).length > 0) calls.push([full, {}]);
    expect(loads(around(op, full, required))).toBe(true);
    const disagreements = calls.filter(([operands, options]) => {
      const document = around(op, operands, options);
      return fixture(document) !== loads(document);
    });
    expect(disagreements).toEqual([]);
  });

  test('an op without a page is refused by both', () => {
    const document = around('no_such_op', [], {});
    expect([fixture(document), loads(document)]).toEqual([false, false]);
  });
});
