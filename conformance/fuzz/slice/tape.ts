/** Which gradients a backward pass brings, and what each is computed from. */
import { type Value, value } from './value.ts';

/** One call that was recorded. */
export interface Recorded {
  readonly by: number;
  readonly operands: readonly Value[];
  readonly results: readonly Value[];
  /** It is linear in what has a gradient. */
  readonly linear: boolean;
  /** The values that its gradient is computed from. */
  readonly values: readonly Value[];
}

export interface Pass {
  /** What the gradient of a value is computed from, for each that gets one. */
  readonly gradients: ReadonlyMap<Value, Value>;
  /** The recorded calls that it went back through. */
  readonly through: readonly Recorded[];
}

/** Goes back from the roots, which are given the cotangents. */
export const goBack = (
  tape: readonly Recorded[],
  by: number,
  roots: readonly Value[],
  cotangents: readonly Value[],
): Pass => {
  const gradients = new Map<Value, Value>(roots.map((root) => [root, value(by, ...cotangents)]));
  const through: Recorded[] = [];
  for (const call of tape.toReversed()) {
    const incoming = call.results.map((result) => gradients.get(result)).filter((one) => one !== undefined);
    if (incoming.length === 0) continue;
    through.unshift(call);
    for (const operand of call.operands) {
      const part = value(call.by, ...incoming, ...call.values);
      const known = gradients.get(operand);
      if (known === undefined) gradients.set(operand, value(by, part));
      else known.needs.push(part);
    }
  }
  return { gradients, through };
};

/** Of these calls those that lie on a way from one of the values. */
export const onWayFrom = (from: Iterable<Value>, through: readonly Recorded[]): readonly Recorded[] => {
  const reached = new Set(from);
  return through.filter(({ operands, results }) => {
    if (!operands.some((one) => reached.has(one))) return false;
    for (const result of results) reached.add(result);
    return true;
  });
};

/** A pass that is recorded itself: what it gives changes with the values of all that it went through and is not linear. */
export const recordedPass = (by: number, through: readonly Recorded[], results: readonly Value[]): Recorded => {
  const operands = through.flatMap((call) => (call.linear ? [] : [...call.operands, ...call.results]));
  return { by, operands, results, linear: false, values: [...operands, ...results] };
};
