import { describe, expect, test } from 'vitest';
import adapter from '../../adapters/reference/index.ts';
import { loadSuite } from '../../load/suite.ts';
import { tools } from '../reference.ts';
import { nameOf, score } from '../score.ts';

const { cases } = loadSuite();
/** Two cases of neg, of few elements. */
const few = cases.filter(({ id }) => id.startsWith('ops/neg/')).slice(0, 2);

describe('a mutant that no case comes in the way of', () => {
  test('survives if another call would have shown it, and is idle if none could', async () => {
    const fates = await score(adapter, tools, few, {
      seat: (name) => name === 'neg',
      mutation: ({ kind }) => kind !== 'everywhere',
    });
    const fateOf = (mutation: string) => fates.find((one) => one.mutation === mutation)?.fate;
    expect(fateOf('nothing written past 4096 elements')).toBe('survived');
    expect(fateOf('input read as if it were not expanded')).toBe('survived');
    expect(fateOf('int64 through double')).toBe('survived');
    expect(fateOf('wrong for a subnormal number in input')).toBe('survived');
    expect(fateOf('the gradient that arrives read without its step')).toBe('survived');
    expect(fateOf('wrong in the second call')).toBe('survived');
    // A page that refuses bool: nothing of it comes out.
    expect(fateOf('wrong in bool')).toBe('idle');
    expect(fates.filter(({ fate }) => fate === 'idle').map(nameOf).length).toBeLessThan(12);
  });
});
