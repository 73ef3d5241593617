import type { Page } from './page.ts';
import { pages } from './pages.gen.ts';

/** The page that describes an op. */
export interface Entry {
  readonly page: Page;
  /** The op is the in-place form of the page's op: `add_` on the page of `add`. */
  readonly inplace: boolean;
}

const entries: ReadonlyMap<string, Entry> = new Map(
  Object.values(pages).flatMap((page) => {
    const own: [string, Entry] = [page.name, { page, inplace: false }];
    return page.inplace === undefined ? [own] : [own, [page.inplace, { page, inplace: true }]];
  }),
);

/** The page of an op or of its in-place form; undefined for an op that the spec does not know. */
export function pageOf(op: string): Entry | undefined {
  return entries.get(op);
}
