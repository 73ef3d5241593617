/** Fills what a draft leaves open, from PyTorch. A draft is a fixture whose expectations may be placeholders. */

import { pageOf } from '../pages/page-of.ts';
import type { ExpectedError, Request, Step, Tolerance } from '../values/case.ts';
import type { Observation, Outcome } from '../values/observation.ts';
import { withData } from '../values/repeats.ts';
import { bodyOf } from '../values/steps.ts';
import { shortened, written } from './expectation.ts';

/** Runs a request on PyTorch. */
export type Ask = (request: Request) => Promise<Outcome>;

/** The three computations that an expectation is made from. */
export interface Oracle {
  /** In the case's own dtypes: dtype, shape, text, errors, and the values of seeded programs. */
  readonly own: Ask;
  /** With every float as float64: the values of narrower floats, rounded once. */
  readonly wide: Ask;
  /** At 50 digits, for the ops that can: the values of float64 itself. */
  readonly precise: Ask;
}

/** `"?"` asks for dtype, shape and data, `"? prints"` for the text as well. For `error`, `"?"` is its kind and step. */
const VALUE = '?';
const WITH_PRINTS = '? prints';
/** The same as `"?"`, beside a tolerance that stays. */
interface Tolerant {
  readonly data: typeof VALUE;
  readonly tolerance: Tolerance;
}
type Open = typeof VALUE | typeof WITH_PRINTS | Tolerant;

export interface Draft extends Omit<Request, 'observe' | 'inputs'> {
  readonly inputs?: Request['inputs'];
  readonly expected: Readonly<Record<string, unknown>>;
}

export interface Authored {
  /** `expected` with every placeholder replaced; what was written by hand stays. */
  readonly expected: Readonly<Record<string, unknown>>;
  readonly filled: number;
  /** What the author has to look at before believing the file. */
  readonly remarks: readonly string[];
}

/** The inputs of a draft, with the data of those that repeat a few numbers. */
export const inputsOf = ({ inputs = {} }: Draft): Request['inputs'] =>
  Object.fromEntries(Object.entries(inputs).map(([name, json]) => [name, withData(json)]));

/** A draft that PyTorch does not answer as its placeholders expect: it raised, or it did not. */
export class Unanswered extends Error {}

export async function author(draft: Draft, oracle: Oracle): Promise<Authored> {
  const open = Object.entries(draft.expected).filter((entry): entry is [string, Open] => isOpen(entry[1]));
  if (open.length === 0) return { expected: draft.expected, filled: 0, remarks: [] };
  const request: Request = {
    id: draft.id,
    inputs: inputsOf(draft),
    ops: draft.ops,
    observe: open.flatMap(([name, mark]) => {
      if (name === 'error') return [];
      return [mark === WITH_PRINTS ? { name, prints: true as const } : { name }];
    }),
  };
  const own = await oracle.own(request);
  const error = raised(own, 'error' in draft.expected);
  const seen = own.status === 'result' || own.status === 'threw' ? (own.values ?? {}) : {};
  const seeded = draws(draft.ops);
  const wide = seeded ? {} : valuesOf(await oracle.wide(request));
  const precise = seeded || !Object.values(seen).some(isDouble) ? {} : valuesOf(await oracle.precise(request));
  const expected: Record<string, unknown> = { ...draft.expected };
  const remarks: string[] = [];
  for (const [name, mark] of open) {
    if (name === 'error') {
      expected.error = error;
      continue;
    }
    const value = seen[name];
    if (value === undefined) throw new Unanswered(`${name} holds nothing when the program ends`);
    const made = written(value, isDouble(value) ? precise[name] : wide[name]);
    const tolerance = typeof mark === 'object' && { tolerance: mark.tolerance };
    expected[name] = { ...shortened(made.expectation), ...tolerance };
    remarks.push(...made.doubtful.map((doubt) => `${name}: ${doubt}`));
    if (isDouble(value) && precise[name] === undefined) remarks.push(`${name}: float64 as PyTorch computes it`);
  }
  return { expected, filled: open.length, remarks };
}

const isOpen = (value: unknown): value is Open =>
  value === VALUE || value === WITH_PRINTS || (typeof value === 'object' && (value as Tolerant | null)?.data === VALUE);
const isDouble = (value: Observation): boolean => value.kind === 'tensor' && value.dtype === 'float64';
export const valuesOf = (outcome: Outcome): Readonly<Record<string, Observation>> =>
  outcome.status === 'result' || outcome.status === 'threw' ? (outcome.values ?? {}) : {};

/** The error that a program ended with; raises `Unanswered` if it ended otherwise than wanted. */
export function raised(outcome: Outcome, wanted: boolean): ExpectedError | undefined {
  if (outcome.status === 'threw') {
    const { op, kind = 'invalid_argument', message } = outcome;
    if (!wanted) throw new Unanswered(`PyTorch raises at step ${op.join(', ')}: ${message}`);
    return { kind, op: op.length === 1 ? op[0]! : op };
  }
  if (outcome.status !== 'result') {
    throw new Unanswered('message' in outcome ? outcome.message : `PyTorch answers ${outcome.status}`);
  }
  if (wanted) throw new Unanswered('PyTorch does not raise');
  return undefined;
}

/** Whether a program draws from a generator: then its values depend on the dtype's own stream. */
export function draws(steps: readonly Step[]): boolean {
  return steps.some((step) => {
    if (!('op' in step)) return draws(bodyOf(step));
    const page = pageOf(step.op)?.page;
    return page?.feature === 'random' || (page?.paths ?? []).length > 0 || step.op === 'data.DataLoader';
  });
}
