import type { Literal } from '../values/case.ts';
import type { Host } from '../values/observation.ts';

/** `text`: the name of a dtype or of a layout, both of which Python prints under `torch.`. */
export type HostType = 'int' | 'float' | 'bool' | 'text' | 'size' | 'tuple' | 'host' | 'none' | 'number';
/** A value of the host language. */
export interface HostLiteral {
  readonly kind: 'host';
  readonly value: Host;
  /** `number`: an int or a float, nobody knows which. */
  readonly type: HostType;
}

/** A name, or a path such as `net.0.weight.grad`. */
export interface Path {
  readonly kind: 'path';
  readonly name: string;
  readonly segments: readonly string[];
}
/** An operand as the case states it, before names are looked up. */
export type Operand = Path | HostLiteral | { readonly kind: 'operands'; readonly items: readonly Operand[] };

const noSegments: readonly string[] = [];

export function parsePath(text: string): Path {
  if (!text.includes('.')) return { kind: 'path', name: text, segments: noSegments };
  const [name, ...segments] = text.split('.');
  return { kind: 'path', name: name!, segments };
}

/** A literal of `in`, where text is a name. */
export function parseOperand(literal: Literal): Operand {
  if (typeof literal === 'string') return parsePath(literal);
  if (Array.isArray(literal)) return { kind: 'operands', items: literal.map(parseOperand) };
  return parseHost(literal);
}

/** A number, true, false, None, `{ float }` or `{ int }`. */
export function parseHost(literal: Literal): HostLiteral {
  if (literal === null) return { kind: 'host', value: null, type: 'none' };
  if (typeof literal === 'boolean') return { kind: 'host', value: literal, type: 'bool' };
  if (typeof literal === 'number') {
    return { kind: 'host', value: literal, type: Number.isSafeInteger(literal) ? 'int' : 'float' };
  }
  if (typeof literal === 'object' && 'float' in literal) {
    return { kind: 'host', value: Number(literal.float), type: 'float' };
  }
  const value = BigInt((literal as { int: string }).int);
  const safe = value >= BigInt(Number.MIN_SAFE_INTEGER) && value <= BigInt(Number.MAX_SAFE_INTEGER);
  return { kind: 'host', value: safe ? Number(value) : value, type: 'int' };
}
