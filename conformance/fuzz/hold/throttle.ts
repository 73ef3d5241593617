import type { Implementation } from '../../run/implementation.ts';

/** An implementation that is given no more cases at once than it takes; the others wait their turn. */
export const throttled = (implementation: Implementation): Implementation => {
  const waiting: (() => void)[] = [];
  let free = implementation.ahead;
  const enter = (): Promise<void> | undefined => {
    if (free > 0) {
      free--;
      return undefined;
    }
    return new Promise((resolve) => waiting.push(resolve));
  };
  const leave = (): void => {
    const next = waiting.shift();
    if (next === undefined) free++;
    else next();
  };
  return {
    ...implementation,
    run: async (request) => {
      await enter();
      try {
        return await implementation.run(request);
      } finally {
        leave();
      }
    },
  };
};
