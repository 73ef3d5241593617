import type { Adapter } from '../adapter/contract.ts';
import type { Form } from './calls/called.ts';
import type { Call, Mutation, Tools } from './mutation.ts';

/** A place where a library can be wrong. */
export interface Seat<T> {
  /** What a report calls it: the op, or the hook of the tape. */
  readonly name: string;
  /** The ops whose cases can notice; undefined: every case that asks for a gradient. */
  readonly ops: readonly string[];
  readonly right: Call;
  /** How its calls are read; absent: no mutation of it looks at them. */
  readonly form?: (tools: Tools) => Form;
  readonly mutations: readonly Mutation[];
  /** The adapter with the wrong function in this place. */
  readonly put: (wrong: Call) => Adapter<T>;
}
