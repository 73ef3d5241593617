import type { Case } from '../values/case.ts';

/** A line of a file. */
export interface Place {
  /** Relative to the root of the repository if it lies in there. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
}

/** What a reporter tells of a run beyond what the run has found. */
export interface ReportContext {
  /** The text of a clause, or undefined if the spec has none of this id. */
  readonly clause: (id: string) => string | undefined;
  /** The command that runs just this case again. */
  readonly rerun: (id: string) => string;
  /** Where a case stands in its fixture file. */
  readonly place: (c: Case) => Place;
  /** A file as a place names it: from the root of the repository. */
  readonly rooted: (file: string) => string;
  /** The address under which a place can be read, if it has one. */
  readonly link?: (place: Place) => string | undefined;
  /** How many cases the suite has: a run may be of some. */
  readonly suiteCases: number;
  /** When the run began. */
  readonly began: Date;
  /** How long each case took, in milliseconds, by id. */
  readonly times: ReadonlyMap<string, number>;
}

/** A file of a report, whole. */
export interface ReportFile {
  readonly name: string;
  readonly text: string;
}
