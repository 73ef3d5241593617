import { isEngineError } from '../judge/engine-error.ts';
import type { Dtype, Request, Step } from '../values/case.ts';
import type { Observation, Outcome } from '../values/observation.ts';
import { as } from './dtypes.ts';
import { Broken } from './ending.ts';

/** Whatever can be handed a program: an adapter, or a process. */
export interface Probe {
  readonly kind: 'adapter' | 'process';
  /** float32 or what comes nearest to it. */
  readonly plain: Dtype;
  /** Whether it says that it has an op. A process does not say. */
  readonly has: (op: string) => boolean;
  /** How it differentiates, as far as that is known. */
  readonly differentiates: 'functional' | 'tape' | 'unknown' | undefined;
  readonly run: (request: Request) => Promise<Outcome>;
  /** The place outside of the adapter where the last error was raised, as text. */
  readonly raisedWithin: () => string | undefined;
}

/** Runs steps on x, a vector of 1, 2, 3 (or what the input says), as a case is run. */
export const runOn = (
  probe: Probe,
  ops: readonly Step[],
  observe: readonly string[],
  input: Partial<Request['inputs'][string]> = {},
  others: Request['inputs'] = {},
): Promise<Outcome> => {
  const dtype = probe.plain;
  const x = { dtype, shape: [3], data: as(dtype, [1, 2, 3]).map((v) => (typeof v === 'bigint' ? Number(v) : v)) };
  return probe.run({
    id: 'smoke',
    inputs: { x: { ...x, ...input }, ...others },
    ops,
    observe: observe.map((name) => ({ name })),
  });
};

/** A call as it is told: an entry of the adapter's, or an op of the process's. */
export const callText = ({ kind }: Probe, op: string, operands: readonly string[]): string =>
  `${kind === 'adapter' ? 'ops.' : ''}${op}(${operands.join(', ')})`;

/** The elements of a tensor, or a 0-d one's number. */
export const elementsOf = (seen: Observation | undefined): ArrayLike<number | bigint | boolean> | undefined => {
  if (seen?.kind === 'tensor') return seen.data;
  return seen?.kind === 'host' && typeof seen.value === 'number' ? [seen.value] : undefined;
};

const contracts = {
  adapter: 'see the contract of defineAdapter',
  process: 'see "The line protocol" in spec/README.md',
} as const;

/** What an ending says of the adapter, whatever the library did. */
export const faultOf = (probe: Probe, outcome: Outcome, what: string): Broken | undefined => {
  if (outcome.status === 'error') return new Broken(`${what}: ${outcome.message}`, contracts[probe.kind]);
  if (outcome.status !== 'threw') return undefined;
  if (outcome.op.length === 0 && outcome.late === true)
    return new Broken(
      `after ${what} its operand cannot be read: ${outcome.message}`,
      'the library consumes its operands: hand it references or copies',
    );
  return isEngineError(outcome.message) && probe.raisedWithin() === undefined
    ? new Broken(
        `${what} stumbles: ${outcome.message}`,
        "it calls what the library does not have: look up the library's API",
      )
    : undefined;
};

/** What is worth telling of an ending that is no fault of the adapter: the library itself stumbles. */
export const noteOf = (probe: Probe, outcome: Outcome, what: string): string | undefined => {
  const within = probe.raisedWithin();
  return outcome.status === 'threw' && isEngineError(outcome.message) && within !== undefined
    ? `${what} stumbles within the library, at ${within}: ${outcome.message}`
    : undefined;
};
