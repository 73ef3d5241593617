export type { Cause } from './cause.ts';
export { raisedIn, withoutNumbers } from './raised.ts';
export { isFailure, traceCauses, withCauses } from './trace.ts';
