export type { Cause } from './cause.ts';
export { withoutNumbers } from './raised.ts';
export { isFailure, traceCauses, withCauses } from './trace.ts';
