/** Which cases come in the way of which mutations, found by one run of the right library. */
import type { Adapter } from '../adapter/contract.ts';
import { evaluate } from '../evaluate/index.ts';
import { requestOf } from '../run/request.ts';
import type { Case } from '../values/case.ts';
import { call, type Form } from './calls/called.ts';
import type { Call, Mutation, Tools } from './mutation.ts';

/** Where a seat's calls are watched. */
export interface Watched<T> {
  readonly right: Call;
  readonly form: Form;
  readonly put: (call: Call) => Adapter<T>;
}

/** The cases that a mutation is tried on, the quickest first. */
export type Hits = (mutation: Mutation) => readonly Case[];

/**
 * Of a mutation that says which calls it may change, the cases in which there is one; of any other all. `seen` is told of every
 * call's arguments before it is made.
 */
export async function watch<T>(
  { right, form, put }: Watched<T>,
  mutations: readonly Mutation[],
  cases: readonly Case[],
  tools: Tools,
  seen: (args: readonly unknown[]) => void = () => {},
): Promise<Hits> {
  const particular = mutations.filter(({ when }) => when !== undefined);
  const hits = new Map<Mutation, Case[]>(particular.map((mutation) => [mutation, []]));
  const took = new Map<Case, number>();
  for (const one of cases) {
    const met = new Set<Mutation>();
    let nth = 0;
    const watched: Call = (...args) => {
      seen(args);
      const called = call(right, args, form, { nth: nth++, kept: [] }, tools);
      for (const mutation of particular) if (!met.has(mutation) && mutation.when!(called)) met.add(mutation);
      return called.result;
    };
    const began = performance.now();
    await evaluate(put(watched), requestOf(one));
    took.set(one, performance.now() - began);
    for (const mutation of met) hits.get(mutation)!.push(one);
  }
  const quickest = (all: readonly Case[]): readonly Case[] => all.toSorted((a, b) => took.get(a)! - took.get(b)!);
  return (mutation) => quickest(hits.get(mutation) ?? cases);
}
