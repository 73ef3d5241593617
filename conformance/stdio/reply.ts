import { reportSchemaErrors, type SchemaError } from '../load/schema-faults.ts';
import type { Dtype, ErrorKind } from '../values/case.ts';
import { isFloat } from '../values/dtypes.ts';
import { messageOf } from '../values/message.ts';
import type { Host, Observation, Outcome } from '../values/observation.ts';
import { round } from '../values/round.ts';
import { validateReply } from './protocol.gen.ts';
import type { Takes } from './takes.ts';

/** A value as the protocol writes it: data is flat, and what JSON cannot hold is text. */
type Seen =
  | {
      /** The process's word for it, which need not be one of the spec. */
      readonly dtype: Dtype;
      readonly shape: readonly number[];
      readonly data: readonly (number | boolean | string)[];
      readonly prints?: string;
    }
  | { readonly value: unknown; readonly prints?: string }
  | { readonly each: readonly Seen[]; readonly prints?: string }
  | { readonly null: true };

/** The answer to a request, as one line holds it. */
export interface Reply {
  readonly id: string | number;
  readonly name?: string;
  readonly version?: string;
  readonly features?: readonly string[];
  readonly ops?: Takes;
  readonly result?: Readonly<Record<string, Seen>>;
  readonly threw?: {
    readonly op: readonly number[];
    readonly kind?: ErrorKind;
    readonly message: string;
    readonly limitation?: string;
    readonly values?: Readonly<Record<string, Seen>>;
  };
  readonly unsupported?: { readonly what: string };
  readonly error?: { readonly message: string };
}

/** Over the wire an int is an int: a bare integral number is one, and a float that is integral says so. */
const host = (value: unknown): Host => {
  if (Array.isArray(value)) return value.map(host);
  if (typeof value === 'number') return Number.isSafeInteger(value) ? BigInt(value) : { float: value };
  if (typeof value !== 'object' || value === null) return value as Host;
  return 'int' in value ? BigInt(value.int as string) : { float: Number((value as { float: unknown }).float) };
};

/** An element as the dtype holds it; one that it cannot hold stays what it is, and is wrong. */
const element = (given: number | boolean | string, dtype: Dtype): number | bigint | boolean => {
  if (typeof given === 'boolean') return given;
  if (isFloat(dtype)) return round(Number(given), dtype);
  if (typeof given === 'string') return /^-?\d+$/.test(given) && given !== '-0' ? BigInt(given) : Number(given);
  return Number.isInteger(given) && dtype !== 'bool' ? BigInt(given) : given;
};

const observation = (seen: Seen): Observation => {
  if ('null' in seen) return { kind: 'null' };
  const prints = seen.prints === undefined ? {} : { prints: seen.prints };
  if ('each' in seen) return { kind: 'sequence', each: seen.each.map(observation), ...prints };
  if ('value' in seen) return { kind: 'host', value: host(seen.value), ...prints };
  const { dtype, shape } = seen;
  return { kind: 'tensor', dtype, shape, data: seen.data.map((one) => element(one, dtype)), ...prints };
};

const observations = (seen: Readonly<Record<string, Seen>>): Record<string, Observation> =>
  Object.fromEntries(Object.entries(seen).map(([name, one]) => [name, observation(one)]));

/** A line that is no reply, and the id that it has nevertheless. */
export interface Misreply {
  /** What is wrong with it, in one line. */
  readonly fault: string;
  readonly id?: unknown;
}

const isReply = validateReply as unknown as (value: unknown) => value is Reply;

const faultOf = (reply: unknown): string | undefined => {
  if (isReply(reply)) return undefined;
  const faults: string[] = [];
  reportSchemaErrors(
    validateReply.errors as readonly SchemaError[],
    '',
    (path, message) => void faults.push(`${path}: ${message}`),
  );
  return faults[0] ?? 'it is no reply';
};

const idOf = (reply: unknown): Pick<Misreply, 'id'> =>
  typeof reply === 'object' && reply !== null && 'id' in reply ? { id: reply.id } : {};

/** Reads one line of a process. Never throws, whatever the line holds. */
export const readReply = (line: string): Reply | Misreply => {
  let reply: unknown;
  try {
    reply = JSON.parse(line.replace(/^\uFEFF/, ''));
  } catch (error) {
    const why = error instanceof RangeError ? 'a line that is nested too deep' : 'a line that is no JSON';
    return { fault: `${why}: ${line.slice(0, 80)}` };
  }
  try {
    const fault = faultOf(reply);
    return fault === undefined
      ? (reply as Reply)
      : { ...idOf(reply), fault: `a reply that breaks the protocol: ${fault}` };
  } catch {
    // The stack of a check that calls itself for what is inside.
    return { ...idOf(reply), fault: 'a reply that is nested too deep' };
  }
};

export const isMisreply = (read: Reply | Misreply): read is Misreply => 'fault' in read;

const ended = ({ result, threw, unsupported, error }: Reply): Outcome => {
  if (result !== undefined) return { status: 'result', values: observations(result) };
  if (unsupported !== undefined) return { status: 'unsupported', what: unsupported.what };
  if (threw === undefined) return { status: 'error', message: error?.message ?? 'a reply that holds no outcome' };
  const { values, ...rest } = threw;
  return { status: 'threw', ...rest, ...(values === undefined ? {} : { values: observations(values) }) };
};

/** How a case ended, as a reply to `run` says it. Never throws: what is no reply is an `error`. */
export const outcomeOf = (read: Reply | Misreply): Outcome => {
  if (isMisreply(read)) return { status: 'error', message: `the process answered with ${read.fault}` };
  try {
    return ended(read);
  } catch (error) {
    return { status: 'error', message: `the process answered with what cannot be read: ${messageOf(error)}` };
  }
};
