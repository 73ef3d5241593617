export { type Change, type Comparison, compareResults, isWorse } from './compare.ts';
export { mergedRun } from './environment.ts';
export { type From, mergeShards, NotOneRun } from './merge.ts';
export { NoResults, readResults } from './read.ts';
