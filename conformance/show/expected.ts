import type { Expectation } from '../values/case.ts';
import { repeatsOf } from '../values/repeats.ts';

/** What is expected, in one line; undefined where there is no one value to tell. */
export const valueText = (expectation: Expectation): string | undefined => {
  const { dtype, shape, data, value, either, distribution, equals, differs, below, above } = expectation;
  if (either !== undefined) return either.map((other) => valueText(other) ?? '…').join('  or  ');
  if (expectation.null) return 'nothing';
  if (value !== undefined) return JSON.stringify(value);
  if (equals !== undefined) return `the same as ${equals}`;
  if (differs !== undefined) return `not the same as ${differs}`;
  const limits = [above === undefined ? [] : [`> ${above}`], below === undefined ? [] : [`< ${below}`]].flat();
  const kind = dtype === undefined ? '' : `${dtype} [${shape}]`;
  const repeats = repeatsOf(expectation);
  if (repeats !== undefined) return `${kind} ${JSON.stringify(repeats)} over and over`;
  if (data !== undefined) return `${kind} ${JSON.stringify(data)}`;
  if (distribution !== undefined) return `${kind} ${JSON.stringify(distribution)}`;
  return limits.length > 0 ? `${kind} ${limits.join(', ')}`.trim() : undefined;
};

const width = 110;
const short = (text: string): string => (text.length <= width ? text : `${text.slice(0, width - 1)}…`);

/** What is expected of a name: as PyTorch prints it, or in one line; nothing where there is no one value to tell. */
export const expectedLines = (expectation: Expectation): string[] => {
  const shown = expectation.prints?.split('\n') ?? [];
  const text = valueText(expectation);
  return shown.length > 0 ? shown : text === undefined ? [] : [short(text)];
};
