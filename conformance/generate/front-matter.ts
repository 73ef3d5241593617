import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Page } from '../pages/page.ts';

const folder = new URL('../../spec/ops/', import.meta.url);

/** The front matter of every page of `spec/ops/`, by name. */
export function readPages(): readonly Page[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.md'))
    .sort()
    .map((file) => frontMatter(file, readFileSync(new URL(file, folder), 'utf8')));
}

/** What stands between the two lines `---`. Throws if there is none or if its name is not the file's. */
export function frontMatter(file: string, text: string): Page {
  const match = /^---\n([\s\S]*?)\n---\n/.exec(text);
  if (match === null) throw new SyntaxError(`${file}: no front matter between two lines of ---`);
  const page = parse(match[1]!) as Page;
  if (`${page.name}.md` !== file) throw new SyntaxError(`${file}: its name is ${page.name}`);
  return page;
}
