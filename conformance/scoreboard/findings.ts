import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Verdict } from '../values/verdict.ts';

/** Something that a library does otherwise, as its findings.md shows it. */
export interface Finding {
  readonly title: string;
  /** The heading's address from the root of the repository. */
  readonly link: string;
  /** How many cases fail by it. */
  readonly cases: number;
}

/** The fragment that a heading has on GitHub. */
export const slug = (title: string): string =>
  title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-');

const FOLDER = 'conformance/adapters';

const linesOf = (file: string): readonly string[] =>
  existsSync(file) ? readFileSync(file, 'utf8').split(/\r?\n/) : [];

/** The headings of a library's findings.md, each with its address. */
const headings = (root: string, library: string): readonly (readonly [title: string, link: string])[] =>
  linesOf(join(root, FOLDER, library, 'findings.md'))
    .filter((line) => line.startsWith('## '))
    .map((line) => [line.slice(3), `${FOLDER}/${library}/findings.md#${slug(line.slice(3))}`] as const);

/**
 * The title under which each line of a library's known failures stands, by the line's number; undefined where it stands
 * under none. A comment is a title if a findings.md has it as a heading: the library's own, or one that `others` share.
 */
export const titlesByLine = (
  root: string,
  library: string,
  others: readonly string[],
): { readonly titles: ReadonlyMap<number, string | undefined>; readonly links: ReadonlyMap<string, string> } => {
  const links = new Map([...others, library].flatMap((name) => headings(root, name)));
  const titles = new Map<number, string | undefined>();
  let title: string | undefined;
  for (const [i, line] of linesOf(join(root, FOLDER, library, 'known-failures.txt')).entries()) {
    const comment = /^#\s*(.*?)\s*$/.exec(line)?.[1];
    if (comment !== undefined) title = links.has(comment) ? comment : title;
    else if (line.trim() !== '') titles.set(i + 1, title);
  }
  return { titles, links };
};

/** The findings by which a library's cases fail, in the order of its known failures. */
export const findingsOf = (
  root: string,
  library: string,
  others: readonly string[],
  verdicts: readonly Verdict[],
): readonly Finding[] => {
  const { titles, links } = titlesByLine(root, library, others);
  const counts = new Map<string, number>();
  for (const title of titles.values()) if (title !== undefined) counts.set(title, 0);
  for (const { known } of verdicts) {
    const title = titles.get(Number(/:(\d+)$/.exec(known?.place ?? '')?.[1]));
    if (title !== undefined) counts.set(title, counts.get(title)! + 1);
  }
  return [...counts].map(([title, cases]) => ({ title, link: links.get(title)!, cases }));
};
