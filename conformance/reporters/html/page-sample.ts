/** The page of a report in a browser without a window, for the tests of its script. */
import { type HTMLDetailsElement, type HTMLElement, type HTMLInputElement, Window } from 'happy-dom';
import { context } from '../hostile-sample.ts';
import type { Report } from '../report.ts';
import { reportOf, wrongValue } from '../report-sample.ts';
import { script } from './client.ts';
import { html } from './page.ts';

const known = { reason: 'threw', place: 'known-failures.txt:3' } as const;
/** Five cases: 1 and 4 fail under one finding, 3 is not as it is known. */
export const report: Report = reportOf(
  [
    {},
    { ...wrongValue, cause: 'sum', output: 'loading' },
    { verdict: 'unsupported', message: 'op conv2d' },
    { verdict: 'unsupported', message: 'op grid', known: { ...known, untrue: 'it is unsupported now' } },
    { verdict: 'timeout', message: 'no answer', cause: 'sum' },
  ],
  { causes: [{ name: 'sum', own: ['ops/case/n1'], others: ['ops/case/n4'] }] },
);

// Only the page's own script is evaluated.
const settings = { enableJavaScriptEvaluation: true, suppressInsecureJavaScriptEnvironmentWarning: true };

/** The page of a report, as a browser shows it. */
export class Page {
  readonly window: Window;
  constructor(of: Report, hash = '') {
    this.window = new Window({
      url: `http://localhost/report.html${hash}`,
      settings,
    });
    const markup = html(of, context).replace(`<script>${script}</script>`, '');
    this.window.document.write(markup);
    this.window.eval(script);
  }
  one<T = HTMLElement>(selector: string): T {
    return this.window.document.querySelector(selector) as unknown as T;
  }
  /** The last letters of the ids of the cases that are seen. */
  seen(): string {
    const rows = [...this.window.document.querySelectorAll('details.case')] as HTMLElement[];
    return rows
      .filter((row) => !row.hidden && !(row.parentElement as HTMLElement).hidden)
      .map(({ id }) => id.at(-1))
      .join('');
  }
  type(selector: string, value: string): void {
    const field = this.one<HTMLInputElement>(selector);
    field.value = value;
    field.dispatchEvent(new this.window.Event('input', { bubbles: true }));
  }
  /** The verdict's chip. Outside a form, only browsers know that one of a group leaves no other checked. */
  pick(verdict: string): void {
    for (const one of this.window.document.querySelectorAll('input[name=verdict]'))
      (one as HTMLInputElement).checked = false;
    this.one(`input[value=${verdict}]`).click();
  }
  press(selector: string, key: string): void {
    const event = new this.window.KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
    this.one(selector).dispatchEvent(event);
  }
  open(id: string): HTMLElement {
    const row = this.window.document.getElementById(id) as unknown as HTMLDetailsElement;
    row.open = true;
    row.dispatchEvent(new this.window.Event('toggle'));
    return row;
  }
  focused(): string {
    const { activeElement } = this.window.document;
    return activeElement?.id || activeElement?.parentElement?.id || '';
  }
}
