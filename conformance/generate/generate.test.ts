import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Page } from '../pages/page.ts';
import { readClasses } from './accuracy-classes.ts';
import { frontMatter, inFull, readPages } from './front-matter.ts';
import { opsText } from './ops.ts';
import { products } from './products.ts';
import { pythonCallsText } from './python-calls.ts';

const root = new URL('../../', import.meta.url);
const page = (over: Partial<Page>): Page => ({
  name: 'add',
  torch: 'torch.add',
  feature: 'arithmetic',
  operands: [{ name: 'input', type: 'tensor' }],
  options: {},
  results: [{ name: 'out', type: 'tensor' }],
  dtype: 'same',
  differentiable: [],
  accuracy: 'exact',
  domain: {},
  errors: [],
  ...over,
});

describe('what is checked in is what the pages say', () => {
  test.each(products)('$path', async ({ path, text }) => {
    expect(readFileSync(new URL(path, root), 'utf8'), 'run npm run generate').toBe(await text());
  });

  test('a page that changes changes the ops table', () => {
    const [first, ...rest] = readPages();
    const changed = opsText([page({ name: 'another' }), ...rest]);
    expect(first).toBeDefined();
    expect(changed).not.toBe(opsText(readPages()));
  });
});

describe('front matter', () => {
  test('is read from between the two lines of dashes', () => {
    expect(frontMatter('exp.md', '---\nname: exp\n---\n# exp\n')).toEqual({ name: 'exp' });
  });
  test('that is missing is refused', () => {
    expect(() => frontMatter('exp.md', '# exp\n')).toThrow('exp.md: no front matter');
  });
  test('under another name than the file is refused', () => {
    expect(() => frontMatter('exp.md', '---\nname: log\n---\n')).toThrow('its name is log');
  });
  test('that is no YAML is refused with one line', () => {
    expect(() => frontMatter('exp.md', '---\nname: exp\na: b: c\n---\n')).toThrow(/^exp\.md: Nested mappings [^\n]+$/);
  });
});

describe('classes of accuracy', () => {
  const schema = JSON.parse(readFileSync(new URL('spec/schema/op-page.schema.json', root), 'utf8')) as {
    properties: { accuracy: { else: { enum: string[] } } };
  };

  test('are those of the schema, and each is on some page', () => {
    const names = ['exact', ...Object.keys(readClasses())].sort();
    expect([...schema.properties.accuracy.else.enum].sort()).toEqual(names);
    const folder = new URL('spec/ops/', root);
    const pages = readdirSync(folder).map((file) => frontMatter(file, readFileSync(new URL(file, folder), 'utf8')));
    expect([...new Set(pages.map(({ accuracy }) => accuracy).filter((own) => typeof own === 'string'))].sort()).toEqual(
      names,
    );
  });
  test('stand on generated pages in full', () => {
    expect(inFull('exp.md', { ...page({}), accuracy: 'rough' }, { rough: { float32: { ulp: 9 } } }).accuracy).toEqual({
      float32: { ulp: 9 },
    });
  });
  test('that there are not are refused', () => {
    expect(() => inFull('exp.md', { ...page({}), accuracy: 'rough' }, {})).toThrow('there is no class "rough"');
    expect(() => readClasses('# Accuracy\n')).toThrow('expected the classes in a block of yaml');
  });
});

describe('the ops table', () => {
  const row = (over: Partial<Page>): string | undefined =>
    opsText([page(over)])
      .split('\n')
      .find((line) => /^ {2}(readonly )?'?[\w.]+'?\??: /.test(line))
      ?.trim();

  test('types operands, optional ones and lists', () => {
    expect(
      row({
        operands: [
          { name: 'input', type: 'tensor_or_scalar' },
          { name: 'bias', type: 'tensor', optional: true },
          { name: 'more', type: 'tensor', variadic: true },
        ],
      }),
    ).toBe('add: (input: T | HostScalar, bias: T | undefined, more: readonly T[]) => Later<T>;');
  });
  test('types options by their schema, aliases and generators included', () => {
    const options = {
      dim: { $ref: 'values.schema.json#/$defs/dims' },
      axis: { alias: 'dim' },
      mode: { enum: ['a', 'b', null] },
      ends: { anyOf: [{ type: 'integer' }, { type: 'array', items: { type: 'number' } }] },
      generator: { $ref: 'values.schema.json#/$defs/ref' },
    };
    expect(row({ options, required: ['mode'] })).toBe(
      'add: (input: T, options: { readonly dim?: number | readonly number[]; readonly axis?: number | readonly number[]; ' +
        'readonly mode: "a" | "b"; readonly ends?: number | readonly (number)[]; readonly generator?: unknown }) => Later<T>;',
    );
  });
  test('leaves a required option optional where it has an alias', () => {
    const options = { dim: { $ref: 'values.schema.json#/$defs/dim' }, axis: { alias: 'dim' } };
    expect(row({ options, required: ['dim'] })).toContain('{ readonly dim?: number; readonly axis?: number }');
  });
  test('gives an op with a conditional second result both forms', () => {
    const results: Page['results'] = [
      { name: 'values', type: 'tensor' },
      { name: 'indices', type: 'tensor', with: 'dim' },
    ];
    expect(row({ results })).toContain('Later<T | readonly [values: T, indices: T | undefined]>');
    expect(row({ results: [results[0]!, { name: 'indices', type: 'tensor' }] })).toContain(
      'Later<readonly [values: T, indices: T | undefined]>',
    );
  });
  test('lets an in-place op return a replacement', () => {
    expect(row({ mutates: true })).toBe('add: (input: T) => Later<T | void>;');
    expect(opsText([page({ inplace: 'add_' })])).toContain('add_: (input: T) => Later<T | void>;');
  });
  test('holds modules and optimizers apart', () => {
    expect(row({ name: 'nn.Id', results: [{ name: 'out', type: 'module' }] })).toBe(
      "readonly 'nn.Id'?: ModuleAdapter<T, Record<string, never>>;",
    );
    expect(row({ name: 'optim.X', results: [{ name: 'out', type: 'optimizer' }] })).toBe(
      "readonly 'optim.X'?: OptimizerAdapter<T, Record<string, never>>;",
    );
  });
  test('refuses an option that it has no type for, and an alias of nothing', () => {
    expect(() => opsText([page({ options: { x: { $ref: '#/nowhere' } } })])).toThrow('add.md: /options/x: no type');
    expect(() => opsText([page({ options: { x: { alias: 'y' } } })])).toThrow('alias of an unknown option');
  });
});

describe('the calls of the harness', () => {
  const calls = (over: Partial<Page>): unknown => JSON.parse(pythonCallsText([page(over)]));
  test('say how an op and its in-place form are called', () => {
    expect(calls({ call: { as: 'operator', symbol: '+' }, inplace: 'add_' })).toEqual({
      add: { as: 'operator', torch: 'torch.add', symbol: '+' },
      add_: { as: 'method' },
    });
  });
  test('leave to their names what Python names', () => {
    const options = { dim: {}, dtype: {} };
    expect(calls({ options, required: ['dim'] })).toEqual({ add: { as: 'method', positional: ['dim'] } });
    expect(calls({ options, required: ['dim'], call: { keyword: ['dim'] } })).toEqual({ add: { as: 'method' } });
  });
});
