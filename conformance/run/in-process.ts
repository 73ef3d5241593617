import type { Adapter } from '../adapter/contract.ts';
import { evaluate, start } from '../evaluate/index.ts';
import { offerOf } from '../needs/index.ts';
import { messageOf } from '../values/message.ts';
import type { Outcome } from '../values/observation.ts';
import { declarationFault } from './declared.ts';
import { type Implementation, ImplementationFailed } from './implementation.ts';

/** An adapter in this process, once its `init` is done. Rejects if it does not start, or declares what is none. */
export const inProcess = async <T>(adapter: Adapter<T>): Promise<Implementation> => {
  const fault = declarationFault(adapter);
  if (fault !== undefined) throw new ImplementationFailed(fault);
  await start(adapter);
  const { name, version, url, errors } = adapter;
  return {
    name,
    ...(version === undefined ? {} : { version }),
    ...(url === undefined ? {} : { url }),
    ...(errors === undefined ? {} : { errors }),
    ahead: 1,
    offer: offerOf(adapter),
    // Its own functions may throw where nobody expects it, `dispose` for one.
    run: (request) =>
      evaluate(adapter, request).catch((error): Outcome => ({ status: 'error', message: messageOf(error) })),
    close: async () => {},
  };
};
