import type { Implementation } from '../run/implementation.ts';
import type { Request } from '../values/case.ts';
import type { Outcome } from '../values/observation.ts';

/** What a library says of itself when it has been loaded. */
export type Identity = Omit<Implementation, 'ahead' | 'run' | 'alone' | 'close'>;

/** Another process that runs cases, one after another in the order in which they were sent, and that may die of one. */
export interface Worker {
  readonly identity: Identity;
  readonly send: (requests: readonly Request[]) => void;
  /** What it wrote to stdout and stderr since the last outcome. */
  readonly output: () => string | undefined;
  /** Ends it, politely if it has a way to be told; nothing of it runs afterwards. */
  readonly stop: () => Promise<void>;
  /** Ends it at once, whatever it is doing. No event follows. */
  readonly kill: () => void;
}

/** What a worker tells whoever started it. After `died` or `broke` it tells nothing more. */
export interface WorkerEvents {
  /** How the oldest case ended that was sent and has not ended yet. */
  readonly outcome: (outcome: Outcome) => void;
  /** It holds so much more memory than at its start that another one had better take its place. */
  readonly grown: () => void;
  /** It is gone, and why. */
  readonly died: (message: string) => void;
  /** It was ended, because what it said while the oldest case ran cannot be understood or is not its own. */
  readonly broke: (message: string) => void;
}

/**
 * Starts a worker. Rejects with `ImplementationFailed` if it cannot be started, or when `signal` says that it is not wanted
 * any more, and leaves nothing running then.
 */
export type StartWorker = (events: WorkerEvents, signal: AbortSignal) => Promise<Worker>;
