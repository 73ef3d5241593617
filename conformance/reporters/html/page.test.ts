import { createHash } from 'node:crypto';
import { type DefaultTreeAdapterMap, parse } from 'parse5';
import { describe, expect, test } from 'vitest';
import { context, hostile, hostileReport } from '../hostile-sample.ts';
import type { Report } from '../report.ts';
import { reportOf, wrongValue } from '../report-sample.ts';
import type { PageData } from './data.ts';
import { address, inScript, text } from './markup.ts';
import { html } from './page.ts';

type Node = DefaultTreeAdapterMap['node'];
type Element = DefaultTreeAdapterMap['element'];

const walk = (node: Node): Element[] => [
  ...('tagName' in node ? [node] : []),
  ...('childNodes' in node ? node.childNodes.flatMap(walk) : []),
];
const elementsOf = (report: Report, more: Partial<typeof context> = {}): Element[] =>
  walk(parse(html(report, { ...context, ...more })));
const textOf = (node: Node): string =>
  'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
const attribute = ({ attrs }: Element, name: string): string | undefined =>
  attrs.find((one) => one.name === name)?.value;
const named = (elements: readonly Element[], name: string): Element[] =>
  elements.filter(({ tagName }) => tagName === name);
const dataOf = (elements: readonly Element[]): PageData =>
  JSON.parse(textOf(named(elements, 'script').find((one) => attribute(one, 'id') === 'data')!));

const causes = [{ name: 'sum', own: ['ops/case/n1'], others: ['ops/case/n3'] }];
const known = { reason: 'threw', place: 'known-failures.txt:3', url: 'https://example.org/3' } as const;
const report = reportOf(
  [
    {},
    { ...wrongValue, cause: 'sum', output: 'loading\n' },
    { verdict: 'unsupported', message: 'op conv2d' },
    { verdict: 'xfail', message: 'raised', cause: 'sum', known },
    { verdict: 'unsupported', message: 'op conv2d', known: { ...known, untrue: 'it is unsupported now' } },
    {
      verdict: 'convention',
      conventions: ['biased-variance', 'pytorch-until-2.6.0'],
      ends: { pass: 1, convention: 2 },
    },
  ],
  { causes },
);

describe('the page', () => {
  const elements = elementsOf(report);
  const said = textOf(elements[0]!).replaceAll(/\s+/g, ' ');

  test('says who was tested, by what, and how it went', () => {
    expect(textOf(named(elements, 'h1')[0]!)).toBe('tensors 1.2.3');
    for (const part of [
      '1 of 6 cases passed',
      'suite 0.1.0',
      'aaaaaaaaaaaa',
      'tolerance standard',
      '2026-11-23 06:00 UTC',
    ])
      expect(said).toContain(part);
    expect(said).toContain('a part of the suite, which has 1,300 cases');
    expect(textOf(elementsOf(report, { suiteCases: 6 })[0]!)).not.toContain('a part of the suite');
    expect(html({ ...report, shard: { index: 1, of: 2, cases: 12 } }, context)).toContain('shard 1 of 2');
  });

  test('counts by feature, with a bar that is as long as the count', () => {
    const rows = named(elements, 'tr').map((row) => row.childNodes.filter((one) => 'tagName' in one).map(textOf));
    expect(rows.slice(0, 4)).toEqual([
      ['feature', 'share', 'passed', 'fail', 'convention', 'xfail', 'unsupported'],
      ['arithmetic', expect.any(String), '0 / 3', '1', '1', '1', '·'],
      ['reductions', expect.any(String), '1 / 3', '·', '·', '·', '2'],
      ['total', expect.any(String), '1 / 6', '1', '1', '1', '2'],
    ]);
    const [bar] = named(elements, 'svg');
    expect(walk(bar!).flatMap((one) => attribute(one, 'width') ?? [])).toEqual(['1', '1', '1', '1', '2']);
    expect(rows.at(-1)).toEqual(['op conv2d', '2']);
  });

  test('lists findings, and folds all but the first', () => {
    expect(said).toContain('1 finding sum1 case of its own, 1 other');
    const many = Array.from({ length: 20 }, (_, i) => ({ name: `op${i}`, own: [`ops/case/n${i}`], others: [] }));
    const all = Array.from({ length: 20 }, (_, i) =>
      i === 0 ? { ...wrongValue, verdict: 'xfail', known } : wrongValue,
    );
    const page = elementsOf(reportOf(all as never, { causes: many }));
    const items = named(page, 'li').filter((one) => named(walk(one), 'code').length > 0);
    expect(items).toHaveLength(20);
    expect(attribute(items[0]!, 'class')).toBe('known');
    const fold = named(page, 'details').find((one) => textOf(one).startsWith('8 more findings'));
    expect(named(walk(fold!), 'li')).toHaveLength(8);
  });

  test('begins with what fails, or with all', () => {
    const checked = (of: readonly Element[]) =>
      named(of, 'input').filter((one) => attribute(one, 'checked') !== undefined);
    expect(checked(elements).map((one) => attribute(one, 'value'))).toEqual(['failing']);
    expect(checked(elementsOf(reportOf([{}, {}]))).map((one) => attribute(one, 'value'))).toEqual(['all']);
  });

  test('holds each case in the order of the findings, a failing one with code, clause and differences', () => {
    const { clauses, groups } = dataOf(elements);
    expect(groups.map(({ name, cases }) => [name, cases.map(({ id }) => id.at(-1))])).toEqual([
      ['sum', ['1', '3']],
      ['', ['4', '0', '2', '5']],
    ]);
    expect(clauses['sum.C1']).toMatch(/^Without `dim`/);
    const [failing, expected] = groups[0]!.cases;
    expect(failing).toMatchObject({
      ...{ verdict: 'fail', reason: 'wrong_value', fails: true, feature: 'arithmetic', cause: 'sum' },
      ...{ rerun: 'tconf run ops/case/n1 --adapter mine.ts', place: { file: 'fixtures/ops/case.json', line: 11 } },
    });
    expect(failing!.detail).toEqual({
      python: expect.stringContaining('import torch\n'),
      typescript: expect.stringContaining("from 'tensor-conformance/reference';\n"),
      output: 'loading\n',
      mismatches: [
        {
          ...{ name: 's', message: '3 of 2000 elements differ', more: '… and 1 more element' },
          head: ['index', 'expected', 'got', 'abs', 'rel', 'ulp', 'allowed'],
          rows: [expect.arrayContaining(['[1, 10]', 'NaN']), expect.arrayContaining(['[0, 2]', '0.75'])],
        },
      ],
    });
    expect(expected).toMatchObject({
      verdict: 'xfail',
      remarks: ['known failure: known-failures.txt:3 lists it as threw', 'reported at https://example.org/3'],
    });
    const [untrue, passing, , convention] = groups[1]!.cases;
    expect(untrue).toMatchObject({ fails: true, remarks: expect.arrayContaining(['it is unsupported now']) });
    expect(passing).not.toHaveProperty('detail');
    expect(convention!.remarks).toEqual([
      'ends: pass × 1, convention × 2',
      'convention: biased-variance',
      'as PyTorch until 2.6',
    ]);
  });

  test('says once what a message says already', () => {
    const mismatch = { reason: 'wrong_dtype', name: 's', message: 'dtype is int32, not int64' } as const;
    const verdict = { verdict: 'fail', reason: 'wrong_dtype', message: 's dtype is int32, not int64' } as const;
    const page = reportOf([{ ...verdict, mismatches: [{ ...mismatch, expected: 'int64', got: 'int32' }] }]);
    const { groups } = dataOf(elementsOf(page));
    expect(groups[0]!.cases[0]!.detail!.mismatches).toEqual([{ name: 's', message: 'dtype is int32, not int64' }]);
  });

  test('links a case where its fixture can be read', () => {
    const { groups } = dataOf(elementsOf(report, { link: ({ line }) => `https://example.org/#L${line}` }));
    expect(groups[0]!.cases[0]!.link).toBe('https://example.org/#L11');
  });
});

describe('the page of a hostile library', () => {
  const page = html(hostileReport, context);
  const elements = walk(parse(page));

  test('asks for nothing, and runs nothing but its own script', () => {
    const loads = elements.flatMap(({ attrs }) =>
      attrs.filter(({ name }) => ['src', 'srcset', 'data', 'action', 'style'].includes(name) || name.startsWith('on')),
    );
    expect(loads).toEqual([]);
    const hrefs = elements.flatMap((one) => attribute(one, 'href') ?? []);
    expect(hrefs).toEqual(['data:,', '#features', '#findings', '#cases']);
    expect(page).not.toMatch(/@import|url\(|fetch\(|XMLHttpRequest|innerHTML/);
    const scripts = named(elements, 'script');
    expect(scripts.map((one) => attribute(one, 'id'))).toEqual(['data', undefined]);
    const hash = createHash('sha256').update(textOf(scripts[1]!)).digest('base64');
    const policy = attribute(named(elements, 'meta').find((one) => attribute(one, 'http-equiv'))!, 'content');
    expect(policy).toContain(`default-src 'none'; script-src 'sha256-${hash}';`);
    expect(() => new Function(textOf(scripts[1]!))).not.toThrow();
  });

  test('has the elements of any other page, and cuts what is long', () => {
    const kinds = (of: readonly Element[]): string[] => [...new Set(of.map(({ tagName }) => tagName))].sort();
    const usual = new Set(kinds(elementsOf(report)));
    expect(kinds(elements).filter((name) => !usual.has(name))).toEqual([]);
    expect(page.length).toBeLessThan(150_000);
    const { groups } = dataOf(elements);
    const [first] = groups[0]!.cases;
    expect(first!.message).toMatch(/^<script>.*more characters\)$/);
    expect(groups.flatMap(({ cases }) => cases)).toHaveLength(hostileReport.cases.length);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these must not be there
    expect(page).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202e]/);
  });
});

test('text is one line, data ends no script, and only web addresses are followed', () => {
  expect(text('<a title="x">\n')).toBe('&lt;a title=&quot;x&quot;&gt;\\n');
  expect(inScript({ a: '</script><!--' })).toBe('{"a":"\\u003c/script>\\u003c!--"}');
  expect(JSON.parse(inScript(hostile))).toBe(hostile);
  expect(address('https://example.org/a?b=1&c')).toBe('https://example.org/a?b=1&amp;c');
  for (const bad of ['javascript:alert(1)', 'https://a" onclick="x', `https://${'a'.repeat(3000)}`, undefined])
    expect(address(bad)).toBeUndefined();
});
