import { pages } from '../pages/pages.gen.ts';

/** Every name under which an op may be called: the pages' own, and those of their in-place forms. */
export const opNames: readonly string[] = Object.values(pages).flatMap((page) =>
  page.inplace === undefined ? [page.name] : [page.name, page.inplace],
);

/** What a path may go on with besides integers: what every tensor and module may have, and what modules' pages list. */
export const pathSegments: ReadonlySet<string> = new Set([
  ...['grad', 'data', 'weight', 'bias'],
  ...Object.values(pages).flatMap((page) => page.paths ?? []),
]);
