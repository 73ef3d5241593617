import { type Fault, wrongOp, wrongOps } from './fault.ts';

/** By law: what a library does that breaks it. */
export const broadcastingFaults: Readonly<Record<string, readonly Fault[]>> = {
  'broadcasting/commutes': [
    // The second operand decides, and the first is not stretched to it.
    wrongOp(
      'add',
      (right, { shape }) =>
        (a, b, o) =>
          right(a, shape(b).length > shape(a).length ? a : b, o),
    ),
  ],
  'broadcasting/incompatible-raises': [
    wrongOps(['add', 'mul', 'div', 'lt'], (right) => (a, b, o) => {
      try {
        return right(a, b, o);
      } catch {
        return right(a, a, o);
      }
    }),
  ],
};
