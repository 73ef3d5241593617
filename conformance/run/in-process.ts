import type { Adapter } from '../adapter/contract.ts';
import { evaluate, start } from '../evaluate/index.ts';
import { lacking, needsOf } from '../needs/index.ts';
import type { Implementation } from './implementation.ts';

/** An adapter in this process, once its `init` is done. */
export const inProcess = async <T>(adapter: Adapter<T>): Promise<Implementation> => {
  await start(adapter);
  const { name, version, url, errors } = adapter;
  return {
    name,
    ...(version === undefined ? {} : { version }),
    ...(url === undefined ? {} : { url }),
    ...(errors === undefined ? {} : { errors }),
    ahead: 1,
    lacks: (one) => lacking(adapter, needsOf(one)),
    run: (request) => evaluate(adapter, request),
    close: async () => {},
  };
};
