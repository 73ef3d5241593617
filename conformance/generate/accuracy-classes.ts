import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { BrokenSuite } from '../load/fault.ts';
import type { AccuracyClasses } from '../pages/accuracy.ts';

const file = 'spec/chapters/accuracy.md';
const chapter = new URL(`../../${file}`, import.meta.url);

/** The classes that a page's `accuracy` may name: the `yaml` block of the chapter on accuracy. Throws `BrokenSuite` if there is none. */
export function readClasses(text: string = readFileSync(chapter, 'utf8')): AccuracyClasses {
  const block = /^```yaml\n([\s\S]*?)^```$/m.exec(text);
  if (block === null) throw new BrokenSuite([{ file, path: '', message: 'expected the classes in a block of yaml' }]);
  return parse(block[1]!) as AccuracyClasses;
}

/** The text of `conformance/pages/accuracy-classes.gen.ts`, one class a line. */
export function classesText(classes: AccuracyClasses): string {
  const lines = Object.entries(classes).map(([name, bounds]) => `  ${name}: ${JSON.stringify(bounds)},`);
  return `// Generated from ${file} by \`npm run generate\`.
import type { AccuracyClasses } from './accuracy.ts';

export const accuracyClasses: AccuracyClasses = {
${lines.join('\n')}
};
`;
}
