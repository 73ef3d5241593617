/** The first values of a module's parameters, drawn wrongly. */

import { write } from '../calls/memory.ts';
import type { Mutation, Tools } from '../mutation.ts';
import { wrong } from './wrong.ts';

type Parameters = Readonly<Record<string, unknown>>;
type Change = (data: number[], tools: Tools) => number[];

const CHANGES: Readonly<Record<string, readonly [names: 'weight' | 'bias', change: Change]>> = {
  'weights twice as wide': ['weight', (data) => data.map((v) => 2 * v)],
  'weights that are never negative': ['weight', (data) => data.map(Math.abs)],
  'equal weights': ['weight', (data) => data.map(() => data[0]!)],
  'weights all 0': ['weight', (data) => data.map(() => 0)],
  'biases all 0': ['bias', (data) => data.map(() => 0)],
  'biases as wide as 1': ['bias', (data) => data.map((v) => (v < 0 ? -1 : 1))],
};

/** By its name: the modules whose first values are drawn. */
export const firstValues = (name: string, parameters: (module: unknown) => Parameters): readonly Mutation[] => {
  if (name !== 'nn.Linear' && name !== 'nn.Conv2d') return [];
  return Object.entries(CHANGES).map(([told, [which, change]]) =>
    wrong(told, (right, tools) => (...args) => {
      const module = right(...args);
      const p = parameters(module)[which];
      if (p === undefined) return module;
      const memory = tools.memory(p);
      write(memory, change([...(tools.values(p) as readonly number[])], tools));
      return module;
    }),
  );
};
