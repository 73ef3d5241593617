import type { Fault } from './fault.ts';
import { numericFaults } from './gradients/numeric.ts';
import { structuralFaults } from './gradients/structural.ts';

/** By law: what a library does that breaks it. */
export const gradientsFaults: Readonly<Record<string, readonly Fault[]>> = { ...numericFaults, ...structuralFaults };
