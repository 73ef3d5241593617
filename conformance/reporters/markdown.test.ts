import { marked } from 'marked';
import { type DefaultTreeAdapterMap, parseFragment } from 'parse5';
import { describe, expect, test } from 'vitest';
import { context, hostileReport } from './hostile-sample.ts';
import { markdown } from './markdown.ts';
import { asIs, block, code } from './markdown-text.ts';
import type { Report } from './report.ts';
import { reportOf, wrongValue } from './report-sample.ts';

type Node = DefaultTreeAdapterMap['node'];
type Element = DefaultTreeAdapterMap['element'];

/** The elements of what a reader of Markdown and HTML makes of a text. */
const elementsOf = (text: string): Element[] => {
  const walk = (node: Node): Element[] => [
    ...('tagName' in node ? [node] : []),
    ...('childNodes' in node ? node.childNodes.flatMap(walk) : []),
  ];
  return walk(parseFragment(marked.parse(text, { async: false })));
};
const textOf = (node: Node): string =>
  'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
const rowsOf = (text: string): string[][] =>
  elementsOf(text)
    .filter(({ tagName }) => tagName === 'tr')
    .map((row) => row.childNodes.filter((cell) => 'tagName' in cell).map(textOf));

const causes = [{ name: 'sum', own: ['ops/case/n0'], others: ['ops/case/n1'] }];
const failing: Report = reportOf(
  [{ ...wrongValue, output: 'loading\n' }, wrongValue, {}, { verdict: 'unsupported', message: 'x' }],
  { causes },
);

test('the totals stand first, by feature', () => {
  const text = markdown(failing, context);
  expect(
    text.startsWith(`## Conformance of [\`tensors 1.2.3\`](<https://example.org>)

**1 of 4 cases passed**, 2 failed, 1 unsupported.

Suite 0.1.0 (\`aaaaaaaaaaaa\`), tolerance standard, 1.2 s.
`),
  ).toBe(true);
  expect(rowsOf(text).slice(0, 4)).toEqual([
    ['', 'pass', 'fail', 'unsupported'],
    ['arithmetic', '', '1', '1'],
    ['reductions', '1', '1', ''],
    ['total', '1', '2', '1'],
  ]);
});

test('conventions are counted by name', () => {
  const text = markdown(
    reportOf([
      { verdict: 'convention', conventions: ['biased-variance'] },
      { verdict: 'convention', conventions: ['pytorch-until-2.6.0'] },
      { verdict: 'convention', conventions: ['pytorch-until-2.6.0'] },
    ]),
    context,
  );
  expect(rowsOf(text).slice(-3)).toEqual([
    ['convention', 'cases'],
    ['as PyTorch until 2.6', '2'],
    ['biased-variance', '1'],
  ]);
});

test('findings follow, and the failing cases folded beneath them', () => {
  const text = markdown(failing, context);
  expect(rowsOf(text).slice(4)).toEqual([
    ['finding', 'cases about it', 'others that use it', 'simplest case'],
    ['sum', '1', '1', 'ops/case/n0'],
  ]);
  const folded = elementsOf(text).filter(({ tagName }) => tagName === 'details');
  expect(folded).toHaveLength(2);
  const said = textOf(folded[0]!);
  for (const part of [
    'ops/case/n0 wrong_value',
    'sum adds all elements',
    'sum.C1 Without dim, all elements are added: $\\sum_i x_i$.',
    's = x.sum()',
    '[1, 10]         3   NaN',
    'Written meanwhile:\nloading',
    'tconf run ops/case/n0 --adapter mine.ts',
  ])
    expect(said).toContain(part);
});

test('a case is linked to its fixture where that can be read', () => {
  const text = markdown(failing, { ...context, link: ({ file, line }) => `https://example.org/blob/${file}#L${line}` });
  const links = elementsOf(text).filter(({ tagName }) => tagName === 'a');
  expect(links.map(({ attrs }) => attrs[0]!.value)).toContain('https://example.org/blob/fixtures/ops/case.json#L10');
});

test('a run without a failure has no such part', () => {
  const text = markdown(reportOf([{}, {}]), context);
  expect(text).not.toContain('###');
  expect(text).toContain('**2 of 2 cases passed**.');
});

test('a case of no finding, and a known failure that is untrue, are told as well', () => {
  const known = { reason: 'threw', place: 'known-failures.txt:4', untrue: 'known-failures.txt:4 is untrue' } as const;
  const text = markdown(reportOf([{ verdict: 'unsupported', message: 'op x', known }]), context);
  expect(text).toContain('#### Without a finding');
  expect(elementsOf(text).map(textOf).join('\n')).toContain('known-failures.txt:4 is untrue');
});

test('what there is no room for is counted', () => {
  const many = reportOf(Array.from({ length: 40 }, () => wrongValue));
  const text = markdown(many, context, 5000);
  expect(text.length).toBeLessThan(7000);
  expect(text).toMatch(/… and 3\d more failing cases, for which there is no room here\.\n$/);
});

describe('nothing that a library says is marked up', () => {
  const allowed = new Set('h2 h3 h4 p strong em code table thead tbody tr th td details summary ul li pre'.split(' '));
  test('in a report', () => {
    const text = markdown(hostileReport, context);
    const elements = elementsOf(text);
    expect(elements.filter(({ tagName }) => !allowed.has(tagName)).map(({ tagName }) => tagName)).toEqual([]);
    const summaries = elements.filter(({ tagName }) => tagName === 'summary');
    expect(summaries).toHaveLength(8);
    for (const { childNodes } of summaries)
      expect(childNodes.flatMap((node) => ('tagName' in node ? node.tagName : []))).toEqual(['code']);
    expect(elements.filter(({ tagName }) => tagName === 'h4').map(textOf)).toEqual(['sum', 'Without a finding']);
    expect(text.length).toBeLessThan(60_000);
  });

  test.each([
    'a`b',
    '``',
    '`',
    ' x ',
    'a|b',
    'a\\b',
    '<b>',
    '*x*',
    '&lt;',
    '[x](y)',
    '@me',
    '#1',
    'www.example.org',
    '- x',
    '1. x',
    '1) x',
    '+ x',
    'https://example.org',
    '---',
    '',
  ])('%j stands for itself', (text) => {
    const table = (cell: string): string => `| a | b |\n|---|---|\n| ${cell} | end |\n`;
    expect(rowsOf(table(asIs(text)))[1]).toEqual([text.trim(), 'end']);
    expect(rowsOf(table(code(text)))[1]).toEqual([text, 'end']);
    const pre = elementsOf(block('text', [text, '```', '~~~']).join('\n')).find(({ tagName }) => tagName === 'pre');
    expect(textOf(pre!)).toBe(`${text}\n\`\`\`\n~~~\n`);
  });
});
