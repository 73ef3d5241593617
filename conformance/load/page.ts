import { parse as parseYaml } from 'yaml';
import { type Clause, clausesOf } from './clauses.ts';

/** One spec page as its Markdown says it. `front` is what `spec/schema/op-page.schema.json` describes, not yet checked. */
export interface PageText {
  readonly front: unknown;
  readonly clauses: readonly Clause[];
  /** The text below the front matter. */
  readonly prose: string;
}

const PAGE = /^---\n([\s\S]*?)\n---\n/;

/** Splits a page into front matter and prose. A page without front matter has `front` undefined; broken YAML throws yaml's error. */
export const pageText = (name: string, markdown: string): PageText => {
  const matter = PAGE.exec(markdown);
  return {
    front: matter ? parseYaml(matter[1]!) : undefined,
    clauses: clausesOf(name, markdown),
    prose: matter ? markdown.slice(matter[0].length) : markdown,
  };
};
