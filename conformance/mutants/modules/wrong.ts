import { inFull } from '../in-full.ts';

/** A part of a module that is wrong whenever it is used. */
export const wrong: ReturnType<typeof inFull> = inFull('module');
