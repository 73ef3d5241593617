import { type Generator, globalGenerator } from '../../numbers/generator.ts';

/** Starts the global generator's stream anew, and returns that generator. */
export const manual_seed = (seed: number | bigint): Generator => globalGenerator.manual_seed(seed);
