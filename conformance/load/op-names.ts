import { pages } from '../pages.gen.ts';

/** Every name under which an op may be called: the pages' own, and those of their in-place forms. */
export const opNames: readonly string[] = Object.values(pages).flatMap((page) =>
  page.inplace === undefined ? [page.name] : [page.name, page.inplace],
);

/** The names that a path may go on with, from the pages of modules. */
export const pathSegments: ReadonlySet<string> = new Set(Object.values(pages).flatMap((page) => page.paths ?? []));
