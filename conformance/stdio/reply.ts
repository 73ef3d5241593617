import type { Dtype, ErrorKind } from '../case.ts';
import { decode } from '../compare/element.ts';
import { reportSchemaErrors, type SchemaError } from '../load/schema-faults.ts';
import type { Host, Observation, Outcome } from '../observation.ts';
import { validateReply } from './protocol.gen.ts';

/** A value as the protocol writes it: data is flat, and what JSON cannot hold is text. */
type Seen =
  | {
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
  readonly result?: Readonly<Record<string, Seen>>;
  readonly threw?: {
    readonly op: readonly number[];
    readonly kind?: ErrorKind;
    readonly message: string;
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

const observation = (seen: Seen): Observation => {
  if ('null' in seen) return { kind: 'null' };
  const prints = seen.prints === undefined ? {} : { prints: seen.prints };
  if ('each' in seen) return { kind: 'sequence', each: seen.each.map(observation), ...prints };
  if ('value' in seen) return { kind: 'host', value: host(seen.value), ...prints };
  const { dtype, shape } = seen;
  return { kind: 'tensor', dtype, shape, data: seen.data.map((element) => decode(element, dtype)), ...prints };
};

const observations = (seen: Readonly<Record<string, Seen>>): Record<string, Observation> =>
  Object.fromEntries(Object.entries(seen).map(([name, one]) => [name, observation(one)]));

/** Reads one line of a process: the reply, or what is wrong with it in one line. */
export const readReply = (line: string): Reply | string => {
  let reply: unknown;
  try {
    reply = JSON.parse(line);
  } catch {
    return `a line that is no JSON: ${line.slice(0, 80)}`;
  }
  if (validateReply(reply)) return reply as Reply;
  const faults: string[] = [];
  reportSchemaErrors(
    validateReply.errors as readonly SchemaError[],
    '',
    (path, message) => void faults.push(`${path}: ${message}`),
  );
  return `a reply that breaks the protocol: ${faults[0]}`;
};

/** How a case ended, as a reply to `run` says it. */
export const outcomeOf = ({ result, threw, unsupported, error }: Reply): Outcome => {
  if (result !== undefined) return { status: 'result', values: observations(result) };
  if (unsupported !== undefined) return { status: 'unsupported', what: unsupported.what };
  if (threw === undefined) return { status: 'error', message: error?.message ?? 'a reply that holds no outcome' };
  const { values, ...rest } = threw;
  return { status: 'threw', ...rest, ...(values === undefined ? {} : { values: observations(values) }) };
};
