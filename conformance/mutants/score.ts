/** Runs the suite on mutants of a library that passes it, and counts which of them it notices. */
import type { Adapter } from '../adapter/contract.ts';
import { evaluate } from '../evaluate/index.ts';
import { judge } from '../judge/index.ts';
import { requestOf } from '../run/request.ts';
import type { Case, Step } from '../values/case.ts';
import { bodyOf } from '../values/steps.ts';
import type { Mutation, Tools } from './mutation.ts';
import { type Seat, seats } from './seats.ts';

export interface Mutant {
  /** The op, module or hook that is wrong. */
  readonly seat: string;
  readonly mutation: string;
  /** `killed`: some case fails. `survived`: it changed results and all cases pass. `idle`: no case gave it anything to change. */
  readonly fate: 'killed' | 'survived' | 'idle';
  /** The case that noticed. */
  readonly by?: string;
  /** Of random programs: those held to whose word it survived. */
  readonly unnoticed?: readonly string[];
}

/** What a report calls it. */
export const nameOf = (mutant: Pick<Mutant, 'seat' | 'mutation'>): string => `${mutant.seat}: ${mutant.mutation}`;

/** The ops of a program, blocks included. */
const opsOf = (steps: readonly Step[]): readonly string[] =>
  steps.flatMap((s) => ('op' in s ? [s.op] : opsOf(bodyOf(s))));

const GRADIENTS = new Set(['backward', 'autograd.grad', 'detach', 'requires_grad', 'is_leaf']);

/** Every mutant of the seats of the adapter that are `chosen`, with its fate under `cases`. */
export async function score<T>(
  adapter: Adapter<T>,
  tools: Tools,
  cases: readonly Case[],
  chosen: (seat: string) => boolean = () => true,
): Promise<Mutant[]> {
  const used = cases.map((one) => ({ one, ops: new Set(opsOf(one.ops)) }));
  const mutants: Mutant[] = [];
  for (const seat of seats(adapter).filter(({ name }) => chosen(name))) {
    const wanted = seat.ops.length > 0 ? new Set(seat.ops) : GRADIENTS;
    const own = used.filter(({ ops }) => [...wanted].some((op) => ops.has(op))).map(({ one }) => one);
    for (const mutation of seat.mutations) {
      mutants.push({ seat: seat.name, mutation: mutation.name, ...(await fateOf(seat, mutation, tools, own)) });
    }
  }
  return mutants;
}

async function fateOf<T>(
  seat: Seat<T>,
  mutation: Mutation,
  tools: Tools,
  cases: readonly Case[],
): Promise<Pick<Mutant, 'fate' | 'by'>> {
  let changed = false;
  const wrong = mutation.apply(seat.right, tools, () => {
    changed = true;
  });
  const mutant = seat.put(wrong);
  for (const one of cases) {
    const { verdict } = judge(one, await evaluate(mutant, requestOf(one)), { errors: 'exact' });
    if (verdict !== 'pass' && changed) return { fate: 'killed', by: one.id };
  }
  return { fate: changed ? 'survived' : 'idle' };
}
