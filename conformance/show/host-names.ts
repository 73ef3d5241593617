import { pageOf } from '../pages/page-of.ts';
import { resultsGiven } from '../pages/results.ts';
import type { Case, OpStep, Step } from '../values/case.ts';
import { bodyOf } from '../values/steps.ts';

/** What a name holds, as far as a program text has to know. */
export type Held = 'tensor' | 'sequence' | 'dataset' | 'object' | 'host';

const ofResult = (step: OpStep, operandOf: (path: string) => Held): Held => {
  const page = pageOf(step.op)?.page;
  const results = page && resultsGiven(page, Object.keys(step.with ?? {}));
  const type = results?.[0]?.type;
  const first = typeof step.in?.[0] === 'string' ? operandOf(step.in[0]) : 'host';
  if (step.op === 'getitem') return first === 'dataset' ? 'sequence' : first === 'host' ? 'host' : 'tensor';
  if (type === 'sequence' || (results?.length ?? 0) > 1) return 'sequence';
  if (type === 'dataset') return 'dataset';
  if (type === 'tensor') return 'tensor';
  return type === 'module' || type === 'optimizer' || type === 'loader' || type === 'generator' ? 'object' : 'host';
};

/** What each name of a case holds. */
export const heldBy = (c: Pick<Case, 'inputs' | 'ops'>): ((path: string) => Held) => {
  const held = new Map<string, Held>(Object.keys(c.inputs).map((name) => [name, 'tensor']));
  const of = (path: string): Held => {
    const [root, ...segments] = path.split('.');
    if (segments.length > 0) return /^\d+$/.test(segments.at(-1)!) ? 'object' : 'tensor';
    return held.get(root!) ?? 'tensor';
  };
  const bind = (out: OpStep['out'] | readonly string[], kind: Held): void => {
    if (typeof out === 'string') held.set(out, kind);
    else for (const name of out ?? []) if (name !== null) held.set(name, kind === 'sequence' ? 'tensor' : kind);
  };
  const walk = (steps: readonly Step[]): void => {
    for (const step of steps) {
      if ('op' in step) bind(step.out, ofResult(step, of));
      else if ('no_grad' in step || 'try' in step) walk(bodyOf(step));
      else {
        if ('for' in step) bind(step.for, of(step.of) === 'object' ? 'sequence' : 'tensor');
        walk(step.ops);
      }
    }
  };
  walk(c.ops);
  return of;
};
