import type { Verdict } from '../verdict.ts';
import { corners } from './corners.ts';
import type { Program } from './program.ts';

/** The unspecified corner in which a difference lies, or undefined: then it counts. */
export const excused = (program: Program, verdict: Verdict): string | undefined =>
  corners.find(({ applies }) => applies(program, verdict))?.because;
