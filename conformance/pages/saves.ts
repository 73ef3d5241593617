import type { Page } from './page.ts';

/** What a call was given, as far as it decides what its backward pass reads; an alias counts as its option. */
export interface Given {
  /** The operands whose gradient is taken. */
  readonly recorded: ReadonlySet<string>;
  /** The operands that are tensors. */
  readonly tensors: ReadonlySet<string>;
  readonly options: Iterable<string>;
}

/** Whether the backward pass of a call reads the values of an operand or result, by the page. */
export function isSaved({ saves = {}, options }: Page, name: string, given: Given): boolean {
  const when = saves[name];
  if (when === undefined || when === 'values') return when !== undefined;
  if ('for' in when) return given.recorded.has(when.for);
  if ('tensor' in when) return given.tensors.has(when.tensor);
  return ![...given.options].some((option) => (options[option]?.alias ?? option) === when.without);
}
