import { type Implementation, ImplementationFailed } from '../run/implementation.ts';
import { expectAdapter, loadAdapter, REFERENCE } from './adapter.ts';
import { EXIT, Failure, firstLine } from './failure.ts';

export interface ImplementationFlags {
  readonly adapter: string;
  readonly command?: string;
  /** How many workers there are, at most. */
  readonly jobs?: number;
  /** Milliseconds that a case may take. */
  readonly timeout?: number;
  /** Cases after which a worker is replaced. */
  readonly recycle?: number;
  /** In this process, where a debugger sees it. */
  readonly inspect?: boolean;
  /** Cases that a process is sent ahead of its answers. Default 1. */
  readonly ahead?: number;
}

/** An adapter in this process. */
export const startHere = async (name: string): Promise<Implementation> => {
  const adapter = await loadAdapter(name);
  try {
    return await (await import('../run/in-process.ts')).inProcess(adapter);
  } catch (error) {
    throw new Failure(EXIT.adapter, `the adapter ${name} does not start: ${firstLine(error)}`, error);
  }
};

/** An adapter in processes of its own, which it may end as it likes. */
const startIsolated = async (flags: ImplementationFlags): Promise<Implementation> => {
  expectAdapter(flags.adapter);
  const { isolated } = await import('../isolation/isolated.ts');
  const entry = new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js', import.meta.url);
  try {
    return await isolated(entry, [flags.adapter], flags);
  } catch (error) {
    if (!(error instanceof ImplementationFailed)) throw error;
    // What the worker itself says names the adapter already; what befell the worker does not.
    const said = error.cause === undefined ? `the adapter ${flags.adapter} does not start: ` : '';
    throw new Failure(EXIT.adapter, said + error.message, error.cause);
  }
};

/**
 * What `--command` or `--adapter` names, started. The reference, which is part of this package, runs in this process: a
 * worker would add a third to the time of `tconf run note/*`. `--jobs` puts it into workers like any other.
 */
export const startImplementation = async (flags: ImplementationFlags): Promise<Implementation> => {
  if (flags.command !== undefined) return (await import('../stdio/process.ts')).startProcess(flags.command, flags);
  const isolation = flags.inspect !== true && (flags.adapter !== REFERENCE || flags.jobs !== undefined);
  return isolation ? startIsolated(flags) : startHere(flags.adapter);
};

/** A failed implementation as the command says it. */
export const asFailure = (error: unknown, what: string): unknown =>
  error instanceof ImplementationFailed ? new Failure(EXIT.adapter, `${what}: ${error.message}`, error.cause) : error;
