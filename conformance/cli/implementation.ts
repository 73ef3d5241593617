import { type Implementation, ImplementationFailed } from '../run/implementation.ts';
import { loadAdapter } from './adapter.ts';
import { EXIT, Failure, firstLine } from './failure.ts';

/** What `--command` or `--adapter` names, started. */
export const startImplementation = async (options: {
  readonly adapter: string;
  readonly command?: string;
}): Promise<Implementation> => {
  if (options.command !== undefined) return (await import('../stdio/process.ts')).startProcess(options.command);
  const adapter = await loadAdapter(options.adapter);
  try {
    return await (await import('../run/in-process.ts')).inProcess(adapter);
  } catch (error) {
    throw new Failure(EXIT.adapter, `the adapter ${options.adapter} does not start: ${firstLine(error)}`, error);
  }
};

/** A failed implementation as the command says it. */
export const asFailure = (error: unknown, what: string): unknown =>
  error instanceof ImplementationFailed ? new Failure(EXIT.adapter, `${what}: ${error.message}`, error.cause) : error;
