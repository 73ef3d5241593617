import { type Generator, globalGenerator } from '../../numbers/generator.ts';

/**
 * Starts the global `generator`'s stream anew from the seed, and returns that generator.
 * Raises invalid_argument (a seed that is no integer of 64 bits).
 * Source: torch.manual_seed.
 */
export function manual_seed(seed: number | bigint): Generator {
  return globalGenerator.manual_seed(seed);
}
