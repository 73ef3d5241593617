/** What some ops are by definition. Laws hold them to it; to other ops of their family, to what follows from the op itself. */

export const arithmetic: Readonly<Record<string, (x: number, y: number) => number>> = {
  add: (x, y) => x + y,
  sub: (x, y) => x - y,
  mul: (x, y) => x * y,
  maximum: (x, y) => Math.max(x, y),
  minimum: (x, y) => Math.min(x, y),
};

const isTrue = (x: number | bigint): boolean => x !== 0 && x !== 0n;

export const relations: Readonly<Record<string, (x: number | bigint, y: number | bigint) => boolean>> = {
  eq: (x, y) => x === y,
  ne: (x, y) => x !== y,
  lt: (x, y) => x < y,
  le: (x, y) => x <= y,
  gt: (x, y) => x > y,
  ge: (x, y) => x >= y,
  logical_and: (x, y) => isTrue(x) && isTrue(y),
  logical_or: (x, y) => isTrue(x) || isTrue(y),
  logical_xor: (x, y) => isTrue(x) !== isTrue(y),
};
