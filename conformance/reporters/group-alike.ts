import { withoutNumbers } from '../causes/index.ts';
import type { Verdict } from '../values/verdict.ts';

/** How a case failed, in words that are the same for all that fail alike: numbers and names left out. */
const manner = ({ verdict, reason, message = '', mismatches, known }: Verdict): string => {
  const [first] = mismatches ?? [];
  const gradient = first !== undefined && /\bgrad\b/.test(first.name);
  const said = withoutNumbers(first?.message ?? message).replace(/^op #/, 'op');
  return [verdict, reason, gradient, known?.untrue === undefined, said.slice(0, 200)].join(' ');
};

/** Those that fail alike together, in the order in which they first occur. */
export const groupAlike = <T extends { readonly verdict: Verdict }>(
  entries: readonly T[],
): readonly (readonly T[])[] => {
  const kinds = new Map<string, T[]>();
  for (const entry of entries) {
    const kind = manner(entry.verdict);
    const own = kinds.get(kind);
    if (own === undefined) kinds.set(kind, [entry]);
    else own.push(entry);
  }
  return [...kinds.values()];
};
