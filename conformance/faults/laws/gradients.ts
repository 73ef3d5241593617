import type { Fault } from './fault.ts';
import { numericFaults } from './gradients/numeric.ts';

/** By law: what a library does that breaks it. */
export const gradientsFaults: Readonly<Record<string, readonly Fault[]>> = { ...numericFaults };
