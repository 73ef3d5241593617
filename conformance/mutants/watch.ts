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

export type Hits = ReadonlyMap<Mutation, readonly Case[]>;

/**
 * The cases in which some call is one that a mutation may change, for each mutation that says which these are. `seen` is
 * told of every call's arguments before it is made.
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
  for (const one of cases) {
    const met = new Set<Mutation>();
    let nth = 0;
    const watched: Call = (...args) => {
      seen(args);
      const called = call(right, args, form, { nth: nth++, kept: [] }, tools);
      for (const mutation of particular) if (!met.has(mutation) && mutation.when!(called)) met.add(mutation);
      return called.result;
    };
    await evaluate(put(watched), requestOf(one));
    for (const mutation of met) hits.get(mutation)!.push(one);
  }
  return hits;
}
