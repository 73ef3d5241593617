import type { Host, Observation } from '../../values/observation.ts';

type Value = number | bigint | boolean;

/** Whether two elements are the same to the last bit: one side may give integers as numbers, the other as bigints. */
export const sameValue = (a: Value, b: Value): boolean => {
  if (Object.is(a, b)) return true;
  if (typeof a === 'bigint') return typeof b === 'number' && Number.isInteger(b) && a === BigInt(b);
  return typeof b === 'bigint' && sameValue(b, a);
};

/** A shape, or what `tolist` gives, is an array of its own each time. */
const sameHost = (a: Host, b: Host): boolean => {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return Object.is(a, b);
  if ('float' in a || 'float' in b) return 'float' in a && 'float' in b && Object.is(a.float, b.float);
  return a.length === b.length && a.every((item, i) => sameHost(item, b[i]!));
};

/** Whether two things seen are the same to the last bit. What is not may still be as near as it has to be. */
export const sameObservation = (a: Observation, b: Observation): boolean => {
  if (a.kind === 'tensor' && b.kind === 'tensor') {
    if (a.dtype !== b.dtype || a.data.length !== b.data.length || a.shape.length !== b.shape.length) return false;
    if (a.shape.some((n, k) => n !== b.shape[k])) return false;
    for (let i = 0; i < a.data.length; i++) if (!sameValue(a.data[i]!, b.data[i]!)) return false;
    return true;
  }
  if (a.kind === 'sequence' && b.kind === 'sequence')
    return a.each.length === b.each.length && a.each.every((one, i) => sameObservation(one, b.each[i]!));
  if (a.kind === 'host' && b.kind === 'host') return sameHost(a.value, b.value);
  return a.kind === 'null' && b.kind === 'null';
};
