import type { Page } from '../pages/page.ts';

/** The text of `conformance/pages/pages.gen.ts`: one page per line, so that a change of one page changes one line. */
export function pagesText(pages: readonly Page[]): string {
  const lines = pages.map((page) => `  ${JSON.stringify(page.name)}: ${JSON.stringify(page)},`);
  return `// Generated from spec/ops/*.md by \`npm run generate\`.
import type { Page } from './page.ts';

export const pages: Readonly<Record<string, Page>> = {
${lines.join('\n')}
};
`;
}
