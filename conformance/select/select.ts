import picomatch from 'picomatch';
import { suggestion } from '../load/nearest.ts';
import type { Case } from '../values/case.ts';

/** A pattern that no case of the suite matches. */
export class NothingMatches extends Error {
  /** The pattern, as it was given. */
  readonly pattern: string;
  constructor(pattern: string, hint: string) {
    super(`no case matches ${JSON.stringify(pattern)}${hint}`);
    this.name = 'NothingMatches';
    this.pattern = pattern;
  }
}

/** An id and what it lies in: `note/1-x/a` also as `note/1-x` and `note`. */
const withParents = (id: string): string[] => {
  const parts = id.split('/');
  return parts.map((_, i) => parts.slice(0, parts.length - i).join('/'));
};

/** `fixtures/ops/sum.json` as it stands in a shell is the topic `ops/sum`. */
const asTopic = (pattern: string): string =>
  pattern.endsWith('.json')
    ? pattern.slice(0, -'.json'.length).split('/').slice(-2).join('/')
    : pattern.replace(/\/$/, '');

/** Ids in which the text occurs, for a person who knows a part of one. */
const holding = (cases: readonly Case[], text: string): string => {
  const ids = text.length < 3 ? [] : cases.filter(({ id }) => id.includes(text)).map(({ id }) => id);
  if (ids.length === 0) return '';
  const [few, more] = [ids.slice(0, 3).join(', '), ids.length - 3];
  return `; it is part of ${few}${more > 0 ? ` and of ${more} more (tconf list --search ${text})` : ''}`;
};

/**
 * The cases that a pattern names: an id, a topic (`ops/sum`), a group (`note`), a fixture file, or a glob over any of
 * these (`note/1-x/arange-*`, `ops/*_loss`); where there is none, the last part of an id. Without patterns, all. The order
 * is the suite's.
 *
 * Throws `NothingMatches` for the first pattern that names no case.
 */
export const select = (cases: readonly Case[], patterns: readonly string[]): readonly Case[] => {
  if (patterns.length === 0) return cases;
  const lists = cases.map(({ id }) => withParents(id));
  const chosen = new Set<Case>();
  for (const pattern of patterns) {
    const topic = asTopic(pattern);
    const glob = topic === '' ? () => false : picomatch(topic);
    const named = cases.filter((_, i) => lists[i]!.some((name) => name === topic || glob(name)));
    const matched = named.length > 0 ? named : cases.filter(({ id }) => id.endsWith(`/${topic}`));
    if (matched.length === 0)
      throw new NothingMatches(pattern, suggestion(topic, new Set(lists.flat())) || holding(cases, topic));
    for (const one of matched) chosen.add(one);
  }
  return cases.filter((one) => chosen.has(one));
};
