/** Runs the suite on mutants of a library that passes it, and counts which of them it notices. */
import type { Adapter } from '../adapter/contract.ts';
import { evaluate } from '../evaluate/index.ts';
import { judge } from '../judge/index.ts';
import { lacking, needsOf, offerOf } from '../needs/index.ts';
import { requestOf } from '../run/request.ts';
import type { Case, Step } from '../values/case.ts';
import { bodyOf } from '../values/steps.ts';
import type { Kind } from './kinds/kind.ts';
import type { Mutation, Tools } from './mutation.ts';
import { visible } from './probes/probe.ts';
import { Samples } from './probes/samples.ts';
import type { Seat } from './seat.ts';
import { seats } from './seats.ts';
import { type Hits, watch } from './watch.ts';

export interface Mutant {
  /** The op, module or hook that is wrong. */
  readonly seat: string;
  readonly mutation: string;
  readonly kind: Kind;
  /**
   * `killed`: some case fails. `survived`: it changes what could be seen, and all cases pass. `idle`: nothing could be
   * seen of it, whatever was asked.
   */
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

const GRADIENTS: readonly string[] = ['backward', 'autograd.grad', 'detach', 'requires_grad', 'is_leaf'];

/** Cases by the ops that they name; those of an op's own file first, which are the likeliest to notice. */
export type Index = (ops: readonly string[]) => readonly Case[];

export const indexOf = (cases: readonly Case[]): Index => {
  const byOp = new Map<string, Set<Case>>();
  for (const one of cases)
    for (const op of opsOf(one.ops)) {
      if (!byOp.has(op)) byOp.set(op, new Set());
      byOp.get(op)!.add(one);
    }
  return (ops) => {
    const found = [...new Set(ops.flatMap((op) => [...(byOp.get(op) ?? [])]))];
    const isOwn = ({ id }: Case): boolean => ops.some((op) => id.split('/')[1] === op);
    return [...found.filter(isOwn), ...found.filter((one) => !isOwn(one))];
  };
};

/** The library as another one would be: without PyTorch's stream of random numbers, and without PyTorch's text. */
export const asThirdParty = <T>({ random: _, print: __, ...others }: Adapter<T>): Adapter<T> => others;

/** The cases that a library can be asked. */
export const askable = <T>(adapter: Adapter<T>, cases: readonly Case[]): readonly Case[] => {
  const offer = offerOf(adapter as never);
  return cases.filter((one) => lacking(offer, needsOf(one)) === undefined);
};

/** Which mutants are looked into. */
export interface Chosen<T> {
  /** Default: those of the adapter. */
  readonly seats?: readonly Seat<T>[];
  readonly seat?: (name: string) => boolean;
  readonly mutation?: (mutation: Mutation, seat: string) => boolean;
}

/** Every mutant of the adapter that is chosen, with its fate under `cases`. */
export async function score<T>(
  adapter: Adapter<T>,
  tools: Tools,
  cases: readonly Case[],
  { seats: all = seats(adapter), seat: isSeat = () => true, mutation: isMutation = () => true }: Chosen<T> = {},
): Promise<Mutant[]> {
  const index = indexOf(askable(adapter, cases));
  const mutants: Mutant[] = [];
  for (const seat of all.filter(({ name }) => isSeat(name))) {
    const chosen = seat.mutations.filter((mutation) => isMutation(mutation, seat.name));
    const own = index(seat.ops.length > 0 ? seat.ops : GRADIENTS);
    const form = seat.form?.(tools);
    const samples = form && new Samples(form, tools);
    const hits: Hits =
      form === undefined
        ? () => own
        : await watch({ ...seat, form }, chosen, own, tools, (args) => samples!.keep(args));
    const fates = new Map<Mutation, Fate>();
    for (const mutation of chosen) fates.set(mutation, await fateOf(seat, mutation, tools, hits(mutation)));
    const untouched = chosen.filter(
      (mutation) => mutation.kind !== 'everywhere' && fates.get(mutation)!.fate === 'idle',
    );
    // What no case came in the way of, another one may.
    const seen = form === undefined ? new Set(untouched) : visible(untouched, seat.right, form, samples!.all, tools);
    for (const mutation of chosen) {
      const fate = seen.has(mutation) ? ({ fate: 'survived' } as const) : fates.get(mutation)!;
      mutants.push({ seat: seat.name, mutation: mutation.name, kind: mutation.kind, ...fate });
    }
  }
  return mutants;
}

type Fate = Pick<Mutant, 'fate' | 'by'>;

async function fateOf<T>(seat: Seat<T>, mutation: Mutation, tools: Tools, cases: readonly Case[]): Promise<Fate> {
  let changed = false;
  const noted = () => {
    changed = true;
  };
  let ever = false;
  for (const one of cases) {
    changed = false;
    const outcome = await evaluate(seat.put(mutation.apply(seat.right, tools, noted)), requestOf(one));
    if (!changed) continue;
    ever = true;
    const { verdict } = judge(one, outcome, { errors: 'exact' });
    if (verdict !== 'pass' && verdict !== 'convention') return { fate: 'killed', by: one.id };
  }
  return { fate: ever ? 'survived' : 'idle' };
}
