import { pageOf } from '../pages/page-of.ts';
import type { Case, OpStep, Step } from '../values/case.ts';
import { callsIn } from '../values/steps.ts';
import type { Verdict } from '../values/verdict.ts';

/** A case in which an op raised that should not have, or not so. */
export interface Raised {
  /** The op that raised, by the name of its page. */
  readonly op: string;
  /** What ran until then, that op included; of a block, all of it. */
  readonly until: readonly Step[];
  /** What it said, without numbers, in which cases differ that come down to the same. */
  readonly said: string;
}

const form =
  /^op (\d+)(?:\.\d+)* \(([^)]+)\) (?:raised|ended in an error of the engine, which is no refusal): ([\s\S]*)$/;

/** A message without its numbers. */
export const withoutNumbers = (message: string): string =>
  message.replace(/-?\d[\d,.]*(?:e[+-]?\d+)?/g, '#').replace(/#(?:, ?#)+/g, '#');

/** Where a failing case raised, if that is how it failed. */
export const raisedIn = ({ ops }: Pick<Case, 'ops'>, { reason, message, mismatches }: Verdict): Raised | undefined => {
  if (reason !== 'threw' && reason !== 'wrong_error') return undefined;
  const [, at, op, said] = form.exec(mismatches?.[0]?.message ?? message ?? '') ?? [];
  if (op === undefined) return undefined;
  const name = pageOf(op)?.page.name ?? op;
  return { op: name, until: ops.slice(0, Number(at) + 1), said: withoutNumbers(said!) };
};

const passes: ReadonlySet<string> = new Set(['backward', 'autograd.grad']);
/** Whether an op goes back through others, so that what it raises is probably theirs. */
export const isPass = (op: string): boolean => passes.has(op);

/** The ops whose gradients a pass goes through, by the names of their pages. */
export const differentiatedBefore = (steps: readonly Step[]): readonly string[] => {
  const names = callsIn(steps).flatMap(({ op }: OpStep) => {
    const page = pageOf(op)?.page;
    const differentiable = (page?.differentiable.length ?? 0) > 0 || page?.functional !== undefined;
    return page === undefined || isPass(op) || !differentiable ? [] : [page.functional ?? page.name];
  });
  return [...new Set(names)];
};
