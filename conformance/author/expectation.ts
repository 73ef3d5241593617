/** From what PyTorch showed to what a fixture expects. */
import type { Element, Expectation, Literal, Nested } from '../values/case.ts';
import { element, floatLiteral } from '../values/decimal.ts';
import { isFloat } from '../values/dtypes.ts';
import { flatten } from '../values/element.ts';
import type { Host, Observation } from '../values/observation.ts';
import { periodOf } from '../values/repeats.ts';
import { round } from '../values/round.ts';

type Tensor = Extract<Observation, { kind: 'tensor' }>;

/** What PyTorch's own result and the wide one may differ by before an author has to look: it is no rounding then. */
const FAR = { rtol: 1e-2, atol: 1e-4 };

export interface Written {
  readonly expectation: Expectation;
  /** Elements whose wide value is not near PyTorch's own: cancellation, overflow, or a mistake. */
  readonly doubtful: readonly string[];
}

/**
 * The expectation of one name. dtype, shape and text are those of `own`, PyTorch's result in the case's dtypes; the
 * values of floats are those of `wide`, computed with more digits, rounded once. Without `wide` (a seeded program,
 * integers) they are `own`'s.
 */
export function written(own: Observation, wide: Observation | undefined): Written {
  const prints = 'prints' in own && own.prints !== undefined ? { prints: own.prints } : {};
  switch (own.kind) {
    case 'null':
      return { expectation: { null: true }, doubtful: [] };
    case 'host':
      return { expectation: { value: literal(own.value), ...prints }, doubtful: [] };
    case 'sequence': {
      const parts = own.each.map((part, i) => written(part, wide?.kind === 'sequence' ? wide.each[i] : undefined));
      const each = parts.map((p) => p.expectation);
      return { expectation: { each, ...prints }, doubtful: parts.flatMap((p) => p.doubtful) };
    }
    case 'tensor': {
      const { data, doubtful } = elements(own, wide?.kind === 'tensor' ? wide : undefined);
      const { dtype, shape } = own;
      return { expectation: { dtype, shape, data: nested(data, shape), ...prints }, doubtful };
    }
  }
}

/** Tensors of fewer elements are written in full: their data show their shape. */
const LONG = 32;

/** The same with `repeats` in place of the data of long tensors that repeat a few numbers, as a file writes it. */
export function shortened({ each, ...expectation }: Expectation): object {
  if (each !== undefined) return { ...expectation, each: each.map(shortened) };
  const elements = expectation.data === undefined ? [] : flatten(expectation.data);
  const repeats = elements.length < LONG ? undefined : periodOf(elements);
  if (repeats === undefined) return expectation;
  const { dtype, shape, data: _, ...rest } = expectation;
  return { dtype, shape, repeats, ...rest };
}

function elements(own: Tensor, wide: Tensor | undefined): { data: Element[]; doubtful: string[] } {
  const { dtype } = own;
  const fits = wide !== undefined && wide.data.length === own.data.length;
  if (!fits || !isFloat(dtype)) {
    return { data: Array.from(own.data, (value) => element(value, dtype)), doubtful: [] };
  }
  const data: Element[] = [];
  const doubtful: string[] = [];
  for (let i = 0; i < own.data.length; i++) {
    const wider = Number(wide.data[i]);
    const seen = Number(own.data[i]);
    const rounded = round(wider, dtype);
    // Half-way between two numbers the wide value may be rounded itself, and PyTorch's own is the one that was rounded once.
    const value = Math.abs(wider - rounded) === Math.abs(wider - seen) ? seen : rounded;
    data.push(element(value, dtype));
    if (!near(value, seen)) doubtful.push(`element ${i} is ${seen} in ${dtype}, ${value} from float64`);
  }
  return { data, doubtful };
}

const near = (a: number, b: number): boolean =>
  Object.is(a, b) || Math.abs(a - b) <= FAR.atol + FAR.rtol * Math.min(Math.abs(a), Math.abs(b));

function nested(flat: readonly Element[], shape: readonly number[]): Nested<Element> {
  let at = 0;
  const part = (axis: number): Nested<Element> =>
    axis === shape.length ? flat[at++]! : Array.from({ length: shape[axis]! }, () => part(axis + 1));
  return part(0);
}

/** A host value as a literal: a float that JSON would take for an int, and an int that it would lose, are marked. */
function literal(value: Host): Literal {
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : { int: value.toString() };
  if (typeof value === 'number') return floatLiteral(value);
  if (value !== null && typeof value === 'object')
    return 'float' in value ? floatLiteral(value.float) : value.map(literal);
  return value;
}
