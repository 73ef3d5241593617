/** Runs a case on a library, behind its adapter. */
export { evaluate, start } from './evaluate.ts';
