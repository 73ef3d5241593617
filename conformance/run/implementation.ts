import type { Offer } from '../needs/index.ts';
import type { Request } from '../values/case.ts';
import type { Outcome } from '../values/observation.ts';

/** Whatever runs cases: an adapter in this process, or another process. It is told nothing of what is expected. */
export interface Implementation {
  /** What it is called in reports. */
  readonly name: string;
  /** Its version, where it says one. */
  readonly version?: string;
  /** Where it is to be found, where it says so. */
  readonly url?: string;
  /** `'exact'`: it promises PyTorch's error kinds. */
  readonly errors?: 'exact';
  /** How many cases may be under way at once; 1 for a library, whose state they would share. */
  readonly ahead: number;
  /** What it has, as far as that is known before a case runs: a case that needs more is not run. */
  readonly offer?: Offer;
  /** The ops that it takes, each with its options, where it says so: what asks for others is not sent to it. */
  readonly takes?: Readonly<Record<string, readonly string[]>>;
  /** Runs one case and tells how it ended. Rejects with `ImplementationFailed` where nothing more is to be learnt. */
  readonly run: (request: Request) => Promise<Outcome>;
  /** The same in a process of its own, with what it leaves behind; absent where there is none to be had. */
  readonly alone?: (request: Request) => Promise<Outcome>;
  /** Ends it; nothing is run afterwards. */
  readonly close: () => Promise<void>;
}

/** An implementation that cannot start or that broke the protocol, so that nothing more can be learnt from it. */
export class ImplementationFailed extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, cause === undefined ? {} : { cause });
    this.name = 'ImplementationFailed';
  }
}
