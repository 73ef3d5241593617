/** Ops of two operands on numbers; on booleans they are or, and, or, and. */
export const arithmetic: Readonly<Record<string, (x: number, y: number) => number>> = {
  add: (x, y) => x + y,
  mul: (x, y) => x * y,
  maximum: (x, y) => Math.max(x, y),
  minimum: (x, y) => Math.min(x, y),
};
