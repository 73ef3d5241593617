import type { Case } from '../values/case.ts';

/** One of several parts of the chosen cases, each run somewhere else. */
export interface Shard {
  /** From 1 to `of`. */
  readonly index: number;
  readonly of: number;
  /** How many cases all parts have together. */
  readonly cases: number;
}

/** `2/5`: the second of five parts. Undefined if the text does not say so. */
export const parseShard = (text: string): Pick<Shard, 'index' | 'of'> | undefined => {
  const [, index, of] = /^(\d{1,6})\/(\d{1,6})$/.exec(text)?.map(Number) ?? [];
  return index === undefined || of === undefined || index < 1 || index > of ? undefined : { index, of };
};

/**
 * Every `of`-th case from the `index`-th on: each case is in one part, no part has more than one case more than another,
 * and a topic, whose cases stand together, is spread over all parts.
 */
export const shardOf = (cases: readonly Case[], { index, of }: Pick<Shard, 'index' | 'of'>): readonly Case[] =>
  cases.filter((_, i) => i % of === index - 1);
