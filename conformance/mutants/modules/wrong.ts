import type { Call, Mutation, Tools } from '../mutation.ts';

/** A part of a module that is wrong whenever it is used. */
export const wrong = (name: string, apply: (right: Call, tools: Tools) => Call): Mutation => ({
  kind: 'module',
  name,
  suits: () => true,
  apply: (right, tools, noted) => {
    const call = apply(right, tools);
    return (...args) => {
      noted();
      return call(...args);
    };
  },
});
