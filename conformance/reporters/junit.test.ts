import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import { context, hostileReport } from './hostile-sample.ts';
import { junit } from './junit.ts';
import type { Report } from './report.ts';
import { reportOf, wrongValue } from './report-sample.ts';

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

/** The document as a strict parser reads it; it throws at anything that is not well-formed. */
const parsed = (xml: string): Element => {
  const root: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes: attributes as Record<string, string>, children: [], text: '' };
    open.at(-1)!.children.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    open.at(-1)!.text += text;
  });
  parser.on('closetag', () => void open.pop());
  parser.write(xml).close();
  return root.children[0]!;
};
const named = (element: Element, name: string): Element[] => element.children.filter((child) => child.name === name);
const casesOf = (report: Report): Element[] =>
  named(parsed(junit(report, context)), 'testsuite').flatMap((suite) => named(suite, 'testcase'));

test('each topic is a suite with its counts, its time and what was tested', () => {
  const report = reportOf([{}, wrongValue, { verdict: 'unsupported', message: 'dtype int64' }]);
  const cases = report.cases.map((c, i) => (i === 2 ? { ...c, id: 'note/other/n2' } : c));
  const root = parsed(junit({ ...report, cases }, context));
  const counts = { tests: '3', failures: '1', errors: '0', skipped: '1' };
  expect(root).toMatchObject({
    name: 'testsuites',
    attributes: { name: 'tensor-conformance: tensors', time: '1.2340', ...counts },
  });
  expect(named(root, 'testsuite').map(({ attributes }) => attributes)).toEqual([
    {
      ...{ name: 'ops/case', tests: '2', failures: '1', errors: '0', skipped: '0' },
      ...{ time: '0.0127', timestamp: '2026-11-23T06:00:00' },
    },
    {
      ...{ name: 'note/other', tests: '1', failures: '0', errors: '0', skipped: '1' },
      ...{ time: '0.0000', timestamp: '2026-11-23T06:00:00' },
    },
  ]);
  const [list] = named(named(root, 'testsuite')[0]!, 'properties');
  expect(list!.children.map(({ attributes }) => attributes)).toEqual([
    { name: 'library', value: 'tensors' },
    { name: 'version', value: '1.2.3' },
    { name: 'suite', value: '0.1.0' },
    { name: 'digest', value: 'a'.repeat(64) },
    { name: 'tolerance', value: 'standard' },
  ]);
});

test('a shard is told', () => {
  const xml = junit(reportOf([{}], { shard: { index: 2, of: 3, cases: 4 } }), context);
  expect(xml).toContain('<property name="shard" value="2/3"/>');
});

test('a failure has its place, its reason, and the text that people read', () => {
  const [, failing] = casesOf(reportOf([{}, wrongValue]));
  expect(failing!.attributes).toEqual({
    ...{ classname: 'ops.case', name: 'n1', time: '0.0003' },
    ...{ file: 'fixtures/ops/case.json', line: '11' },
  });
  const [failure] = named(failing!, 'failure');
  expect(failure!.attributes).toEqual({ message: 's 3 of 2,000 elements differ', type: 'wrong_value' });
  expect(failure!.text).toMatch(/^FAIL {2}ops\/case\/n1 {2}wrong_value\n/);
  expect(failure!.text).toContain('[1, 10]         3   NaN');
  expect(failure!.text).toContain('rerun  tconf run ops/case/n1 --adapter mine.ts');
});

test('what the library wrote stands beside a failure, not in it', () => {
  const [one] = casesOf(reportOf([{ ...wrongValue, output: 'loading\n' }]));
  expect(one!.children.map(({ name }) => name)).toEqual(['failure', 'system-out']);
  expect(one!.children.map(({ text }) => text.includes('loading'))).toEqual([false, true]);
});

test('every verdict has its element', () => {
  const known = { reason: 'threw', place: 'known-failures.txt:3' } as const;
  const cases = casesOf(
    reportOf([
      {},
      { verdict: 'error', message: 'no data' },
      { verdict: 'timeout', message: 'no answer' },
      { verdict: 'crash', message: 'exit 1' },
      { verdict: 'xfail', message: 'raised', known },
      { verdict: 'xpass', message: 'passes now', known },
      { verdict: 'unsupported', message: 'op conv2d', known: { ...known, untrue: 'it is unsupported now' } },
      {
        verdict: 'convention',
        conventions: ['biased-variance', 'pytorch-until-1.13.1'],
        notes: ['composed'],
        output: 'loading\n<b>\n',
      },
    ]),
  );
  expect(
    cases.map(({ children }) =>
      children.map(({ name, attributes, text }) => [name, attributes.type ?? '', attributes.message ?? text]),
    ),
  ).toEqual([
    [],
    [['error', 'error', 'no data']],
    [['error', 'timeout', 'no answer']],
    [['error', 'crash', 'exit 1']],
    [['skipped', '', 'known failure, known-failures.txt:3: raised']],
    [['failure', 'xpass', 'passes now']],
    [['failure', 'unsupported', 'it is unsupported now']],
    [['system-out', '', 'convention: biased-variance\nas PyTorch until 1.13\nnote: composed\nloading\n<b>']],
  ]);
});

test('nothing that a library says breaks the document, or makes it large', () => {
  const xml = junit(hostileReport, context);
  const cases = casesOf(hostileReport);
  expect(cases).toHaveLength(hostileReport.cases.length);
  for (const one of cases)
    for (const child of one.children) {
      expect(['failure', 'error', 'skipped', 'system-out']).toContain(child.name);
      expect(child.children).toEqual([]);
    }
  expect(xml.length).toBeLessThan(60_000);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these must not be there
  expect(xml).not.toMatch(/[\u0000-\u0008\u000b-\u001f\ufffe]/);
  expect(cases[0]!.children[0]!.attributes.message).toMatch(/^<script>.*more characters\)$/);
});

test('a time that is no number is none', () => {
  const report = reportOf([{}]);
  const times = new Map([[report.cases[0]!.id, Number.NaN]]);
  expect(junit(report, { ...context, times })).toMatch(/<testcase [^>]*time="0.0000"/);
});
