import type { Kind } from './kinds/kind.ts';
import type { Call, Mutation, Tools } from './mutation.ts';

/** Mutations of a kind that are wrong whenever the function is used. */
export const inFull =
  (kind: Kind) =>
  (name: string, apply: (right: Call, tools: Tools) => Call): Mutation => ({
    kind,
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
