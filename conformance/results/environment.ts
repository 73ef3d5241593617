import type { Environment, Run } from '../reporters/index.ts';

const listed = (texts: readonly string[]): string => [...new Set(texts)].join(', ');

/**
 * One run of all parts: it began with the first, and took as long as all of them together. Undefined if some part does not
 * say how it was run.
 */
export const mergedRun = (runs: readonly (Run | undefined)[]): Run | undefined => {
  const said = runs.filter((run) => run !== undefined);
  if (said.length === 0 || said.length < runs.length) return undefined;
  const of = (key: keyof Environment): string => listed(said.map((run) => run[key]));
  return {
    began: said.map(({ began }) => began).sort()[0]!,
    duration: said.reduce((sum, { duration }) => sum + duration, 0),
    node: of('node'),
    os: of('os'),
    device: of('device'),
  };
};
