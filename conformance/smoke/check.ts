import type { AdapterProbe } from './adapter-probe.ts';

/** One thing that has to be right, looked at with a probe of an adapter or of a process. */
export interface Check<H = AdapterProbe> {
  /** What holds if it is right. */
  readonly name: string;
  /** Throws `Broken` if it is wrong, `NotChecked` if there is nothing to look at; may give notes. */
  readonly look: (probe: H) => Notes | Promise<Notes>;
}

// biome-ignore lint/suspicious/noConfusingVoidType: most checks have nothing to note
type Notes = readonly string[] | void;
