import { accuracyClasses } from '../../../pages/accuracy-classes.gen.ts';
import type { Page } from '../../../pages/page.ts';

/** Ops whose results in float64 have to be right to the last digits and are not at 50 digits in `precise.py`, and why. */
export const imprecise: readonly { readonly ops: readonly string[]; readonly because: string }[] = [
  {
    ops: ['normal', 'normal_', 'randn', 'uniform_'],
    because: 'what is drawn is whatever the stream gives, which PyTorch alone can say',
  },
  {
    ops: ['softshrink'],
    because: 'what it shrinks to 0 keeps its sign, and mpmath has none for 0; a difference is rounded once anyhow',
  },
];

/**
 * Whether PyTorch's own float64 may be off by as much as a page allows. The bound of `sum` is so wide that it may not: 10⁻⁷
 * beside some 10⁻¹⁵.
 */
const isNarrow = ({ accuracy }: Page): boolean => accuracy !== 'exact' && !isSum(accuracy);
const isSum = (accuracy: Page['accuracy']): boolean =>
  typeof accuracy === 'object' &&
  'float64' in accuracy &&
  JSON.stringify(accuracy.float64) === JSON.stringify(accuracyClasses.sum!.float64);

/** The names in the table `OPS` of `precise.py`. */
export const opsOf = (source: string): readonly string[] => {
  const table = /^OPS = \{\n([\s\S]*?)^\}/m.exec(source)?.[1] ?? '';
  return [...table.matchAll(/^ {4}"([\w.]+)":/gm)].map(([, name]) => name!);
};

/** Pages that need the values of `precise.py` and have none and no reason, and reasons that nobody needs; a line each. */
export function preciseFaults(pages: readonly Page[], ops: readonly string[]): readonly string[] {
  const reasons = imprecise.flatMap((one) => one.ops);
  const due = pages.filter(isNarrow).map(({ name }) => name);
  return [
    ...due
      .filter((name) => !ops.includes(name) && !reasons.includes(name))
      .map(
        (name) =>
          `precise.py has no ${name}, whose page asks for more digits than a sum; expected an entry or a reason`,
      ),
    ...reasons
      .filter((name) => !due.includes(name) || ops.includes(name))
      .map((name) => `${name} needs no reason to be absent from precise.py`),
    ...ops
      .filter((name) => !pages.some((page) => page.name === name))
      .map((name) => `precise.py has ${name}, of which there is no page`),
  ];
}
