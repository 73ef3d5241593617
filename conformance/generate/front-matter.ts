import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { BrokenSuite } from '../load/fault.ts';
import { type AccuracyClasses, resolved, type WrittenPage } from '../pages/accuracy.ts';
import type { Page } from '../pages/page.ts';
import { messageOf } from '../values/message.ts';
import { readClasses } from './accuracy-classes.ts';

const folder = new URL('../../spec/ops/', import.meta.url);

/** The front matter of every page of `spec/ops/`, by name. */
export function readPages(): readonly Page[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.md'))
    .sort()
    .map((file) => inFull(file, frontMatter(file, readFileSync(new URL(file, folder), 'utf8'))));
}

/** With the bounds of the class of accuracy that the page names. Throws `BrokenSuite` if there is none. */
export function inFull(file: string, page: WrittenPage, classes: AccuracyClasses = readClasses()): Page {
  const full = resolved(page, classes);
  if (full === undefined) throw broken(file, `accuracy: there is no class ${JSON.stringify(page.accuracy)}`);
  return full;
}

const broken = (file: string, message: string): BrokenSuite => new BrokenSuite([{ file, path: '', message }]);

/** What stands between the two lines `---`. Throws `BrokenSuite` if it is none or if its name is not the file's. */
export function frontMatter(file: string, text: string): WrittenPage {
  const match = /^---\n([\s\S]*?)\n---\n/.exec(text);
  if (match === null) throw broken(file, 'no front matter between two lines of ---');
  let page: WrittenPage;
  try {
    page = parse(match[1]!) as WrittenPage;
  } catch (error) {
    throw broken(file, messageOf(error));
  }
  if (`${page.name}.md` !== file) throw broken(file, `its name is ${page.name}`);
  return page;
}
