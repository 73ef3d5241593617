/** Runs the suite on mutants of a library that passes it, and counts which of them it notices. */
import type { Adapter } from '../adapter/contract.ts';
import type { Case, Step } from '../case.ts';
import { evaluate } from '../evaluate/index.ts';
import { judge } from '../judge/index.ts';
import { pageOf } from '../pages.ts';
import { requestOf } from '../run/request.ts';
import { type Mutation, mutations, optionMutations, type Tools, withOp } from './mutations.ts';

export interface Mutant {
  readonly op: string;
  readonly mutation: string;
  /** `killed`: some case fails. `survived`: it changed results and all cases pass. `idle`: no case gave it anything to change. */
  readonly fate: 'killed' | 'survived' | 'idle';
  /** The case that noticed. */
  readonly by?: string;
}

const uses = (steps: readonly Step[], op: string): boolean =>
  steps.some((s) => ('op' in s ? s.op === op : uses('no_grad' in s ? s.no_grad : s.ops, op)));

/** Every mutant of every op that the adapter holds, with its fate under `cases`. */
export async function score<T>(adapter: Adapter<T>, tools: Tools, cases: readonly Case[]): Promise<Mutant[]> {
  const fates: Mutant[] = [];
  for (const op of Object.keys(adapter.ops)) {
    const page = pageOf(op)?.page;
    if (page === undefined) continue;
    const own = cases.filter((c) => uses(c.ops, op));
    const fitting = [...mutations, ...optionMutations(page)].filter((m) => m.suits(page, op));
    for (const mutation of fitting)
      fates.push({ op, mutation: mutation.name, ...(await fate(adapter, tools, op, mutation, own)) });
  }
  return fates;
}

async function fate<T>(
  adapter: Adapter<T>,
  tools: Tools,
  op: string,
  mutation: Mutation,
  cases: readonly Case[],
): Promise<Pick<Mutant, 'fate' | 'by'>> {
  let changed = false;
  const right = (adapter.ops as Readonly<Record<string, (...args: unknown[]) => unknown>>)[op]!;
  const wrong = mutation.apply(right, tools, () => {
    changed = true;
  });
  const mutant = withOp(adapter, op, wrong);
  for (const one of cases) {
    const { verdict } = judge(one, await evaluate(mutant, requestOf(one)), { errors: 'exact' });
    if (verdict !== 'pass' && changed) return { fate: 'killed', by: one.id };
  }
  return { fate: changed ? 'survived' : 'idle' };
}
