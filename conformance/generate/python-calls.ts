import { callOf } from '../pages/call.ts';
import type { Page } from '../pages/page.ts';
import type { Entry } from '../pages/page-of.ts';

/** What `calls.py` needs to write a call as the pages say: methods and attributes have the op's own name. */
const lineOf = (entry: Entry): object => {
  const { as, symbol, between, positional, keyword } = callOf(entry);
  const placed = positional.filter((name) => !keyword.includes(name));
  return {
    as,
    ...(as === 'function' || as === 'operator' ? { torch: entry.page.torch } : {}),
    ...(as === 'operator' ? { symbol } : {}),
    ...(between.length > 0 ? { between } : {}),
    ...(placed.length > 0 ? { positional: placed } : {}),
  };
};

/** The text of `conformance/adapters/pytorch/calls.gen.json`: how each op and in-place form is called in Python, one per line. */
export function pythonCallsText(pages: readonly Page[]): string {
  const lines = pages.flatMap((page) => {
    const own = [page.name, lineOf({ page, inplace: false })] as const;
    return page.inplace === undefined ? [own] : [own, [page.inplace, lineOf({ page, inplace: true })] as const];
  });
  return `{\n${lines.map(([op, line]) => `  ${JSON.stringify(op)}: ${JSON.stringify(line)}`).join(',\n')}\n}\n`;
}
