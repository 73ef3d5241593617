/** A corner that the spec leaves open, and what is looked at to tell that a difference lies in it. */
import type { OpStep } from '../../values/case.ts';
import type { Observation } from '../../values/observation.ts';
import { callsIn } from '../../values/steps.ts';
import type { Mismatch } from '../../values/verdict.ts';
import type { Program } from '../draw/program.ts';

/** What is looked at where a difference is. */
export interface Sight {
  readonly program: Program;
  /** What the side whose word counts gave. */
  readonly said: Readonly<Record<string, Observation>>;
  /** What the tested side gave. */
  readonly got: Readonly<Record<string, Observation>>;
  readonly all: readonly Mismatch[];
  /** The step at which the tested side raised. */
  readonly raised?: OpStep | undefined;
}

export interface Corner {
  /** Whether one of the mismatches of a program lies in it. */
  readonly holds: (mismatch: Mismatch, sight: Sight) => boolean;
  readonly because: string;
  /** It is one of numbers that were rounded. */
  readonly rounds?: true;
  /** Of PyTorch: the newest version that was seen to have it. */
  readonly until?: string;
}

export const isGradient = ({ name }: Mismatch): boolean => name.endsWith('.grad');
export const times = ({ ops }: Program, op: string): number => callsIn(ops).filter((step) => step.op === op).length;
export const uses = (program: Program, ...ops: readonly string[]): boolean => ops.some((op) => times(program, op) > 0);
