import type { HTMLDetailsElement, HTMLElement, HTMLInputElement } from 'happy-dom';
import { beforeEach, describe, expect, test } from 'vitest';
import { hostileReport } from '../hostile-sample.ts';
import { Page, report } from './page-sample.ts';

let page: Page;
beforeEach(() => {
  page = new Page(report);
});

describe('cases are chosen', () => {
  test('first those that fail, in the order of their findings', () => {
    expect(page.seen()).toBe('143');
    expect(page.one('#shown').textContent).toBe('3 of 5 cases');
  });

  test('by verdict', () => {
    for (const [verdict, ids] of [
      ['all', '14302'],
      ['unsupported', '32'],
      ['pass', '0'],
      ['timeout', '4'],
    ] as const) {
      page.pick(verdict);
      expect(page.seen()).toBe(ids);
    }
  });

  test('by words, all of which have to be there', () => {
    page.pick('all');
    for (const [words, ids] of [
      ['EXP  grows', '13'],
      ['sum.C1', '402'],
      ['conv2d op', '2'],
      ['no such', ''],
      ['', '14302'],
    ] as const) {
      page.type('#query', words);
      expect(page.seen()).toBe(ids);
      expect(page.one('#none').hidden).toBe(ids !== '');
    }
  });

  test('among all, where none of those that fail fits', () => {
    page.type('#query', 'conv2d');
    expect([page.seen(), page.one<HTMLElement>('#none').hidden]).toEqual(['', false]);
    page.one<HTMLElement>('#widen').click();
    expect([page.seen(), page.one<HTMLInputElement>('#query').value]).toEqual(['2', 'conv2d']);
  });

  test('by feature and by finding, in the lists and in the overview', () => {
    page.type('#finding', 'sum');
    expect(page.seen()).toBe('14');
    page.type('#feature', 'arithmetic');
    expect(page.seen()).toBe('1');
    page.one('#reset').click();
    expect(page.seen()).toBe('14302');
    page.one('button[data-feature=reductions]').click();
    expect(page.seen()).toBe('402');
    page.one('button[data-finding=sum]').click();
    expect(page.seen()).toBe('14');
  });
});

describe('a case', () => {
  test('shows, once it is opened, its clause, its differences and its code', () => {
    const row = page.open('ops/case/n1');
    const [expectedHead] = [...row.querySelectorAll('table.diff tr')].map((line) =>
      [...line.children].map((cell) => cell.textContent),
    );
    expect(expectedHead).toEqual(['index', 'expected', 'got', 'abs', 'rel', 'ulp', 'allowed']);
    const figures = [...row.querySelectorAll('figure')].map((one) => [
      one.querySelector('figcaption')!.textContent,
      one.querySelector('pre')!.textContent,
    ]);
    expect(figures).toEqual([
      ['PythonCopy', expect.stringContaining('import torch')],
      ['TypeScriptCopy', expect.stringContaining('tensor-conformance/reference')],
      ['Written meanwhileCopy', 'loading'],
      ['Run this case againCopy', 'tconf run ops/case/n1 --adapter mine.ts'],
    ]);
    expect(page.window.location.hash).toBe('#ops/case/n1');
  });

  test('has its clause with code as code, and formulas as one reads them', () => {
    const row = page.open('ops/case/n0');
    const [clause] = [...row.querySelectorAll('dl.clauses dd')];
    expect(clause!.innerHTML).toBe('Without <code>dim</code>, all *elements* are added: <i>∑_i x_i</i>.');
  });

  test('of which the known failures are untrue says so', () => {
    const row = page.open('ops/case/n3');
    expect(row.querySelector('.mark')!.textContent).toBe('unsupported ≠ known');
    expect(row.querySelector('.remarks')!.textContent).toContain('it is unsupported now');
  });

  test('that the address names is opened, whatever was filtered', () => {
    const other = new Page(report, '#ops/case/n2');
    expect(other.one<HTMLDetailsElement>('[id="ops/case/n2"]').open).toBe(true);
    expect([other.seen(), other.focused()]).toEqual(['14302', 'ops/case/n2']);
    expect(new Page(report, '#%zz').seen()).toBe('143');
  });

  test('says the worst as text', () => {
    const hostile = new Page(hostileReport);
    for (const { id } of hostileReport.cases) hostile.open(id);
    const list = hostile.one('#list');
    expect(list.querySelectorAll('script, img, a[href^="javascript:"]')).toHaveLength(0);
    expect(list.textContent).toContain('<script>alert(1)</script>');
    expect(list.querySelectorAll('.sides pre').length).toBeGreaterThan(1);
  });
});

describe('the keyboard', () => {
  test('reaches the search with a slash, and clears it with Escape', () => {
    for (const from of ['body', 'input[value=all]', '#reset']) {
      page.one<HTMLElement>('#feature').focus();
      page.press(from, '/');
      expect(page.focused()).toBe('query');
    }
    page.type('#query', 'nothing');
    page.press('#query', 'Escape');
    expect(page.seen()).toBe('143');
  });

  test('goes from case to case among those that are seen', () => {
    page.press('#query', 'ArrowDown');
    expect(page.focused()).toBe('ops/case/n1');
    page.press('[id="ops/case/n1"] > summary', 'ArrowDown');
    page.press('[id="ops/case/n4"] > summary', 'ArrowDown');
    page.press('[id="ops/case/n3"] > summary', 'ArrowDown');
    expect(page.focused()).toBe('ops/case/n3');
    page.press('[id="ops/case/n3"] > summary', 'ArrowUp');
    expect(page.focused()).toBe('ops/case/n4');
  });
});
