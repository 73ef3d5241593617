import { observed } from '../judge/index.ts';
import type { Case, Request } from '../values/case.ts';

/** What a runner is told of a case: its inputs, its ops, and the names to observe. */
export const requestOf = (one: Case): Request => ({
  id: one.id,
  inputs: one.inputs,
  ops: one.ops,
  observe: observed(one),
});
