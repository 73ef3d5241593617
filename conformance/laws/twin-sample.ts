/** Every page a second time, for tests: under the name of an op that nobody knows. */
import type { Page } from '../pages/page.ts';

/** What the twin of an op, or of an in-place form, is called. */
export const twin = (op: string): string => op.replace(/_?$/, (end) => `_twin${end}`);

export const isTwin = (op: string): boolean => /_twin_?$/.test(op);

export const withTwins = (pages: Readonly<Record<string, Page>>): Readonly<Record<string, Page>> => {
  const twins = Object.values(pages).map(({ inplace, ...page }): [string, Page] => {
    const name = twin(page.name);
    return [name, { ...page, name, ...(inplace !== undefined && { inplace: twin(inplace) }) }];
  });
  return { ...pages, ...Object.fromEntries(twins) };
};
