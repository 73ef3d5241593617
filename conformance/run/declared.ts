import type { Adapter } from '../adapter/contract.ts';

const kindOf = (value: unknown): string => {
  if (value === null || value === undefined) return String(value);
  return typeof value === 'object' ? 'an object' : typeof value === 'string' ? 'text' : `a ${typeof value}`;
};

const OPTIONAL_TEXTS = ['version', 'url'] as const;

/**
 * What an adapter declares that nothing can be made of: a version that is no text, or an entry that is no function, as of
 * an op that the library has renamed. Undefined if there is none.
 */
export const declarationFault = <T>(adapter: Adapter<T>): string | undefined => {
  if (typeof (adapter.name as unknown) !== 'string') return `name is ${kindOf(adapter.name)}; expected text`;
  for (const key of OPTIONAL_TEXTS)
    if (adapter[key] !== undefined && typeof adapter[key] !== 'string')
      return `${key} is ${kindOf(adapter[key])}; expected text`;
  for (const table of ['ops', 'composed', 'modules', 'optim'] as const) {
    const due = table === 'modules' ? 'object' : 'function';
    for (const [name, entry] of Object.entries<unknown>({ ...adapter[table] }))
      if (typeof entry !== due || entry === null)
        return `${table}.${name} is ${kindOf(entry)}; expected ${due === 'object' ? 'an object' : 'a function'}, or no entry for what the library lacks`;
  }
  return undefined;
};
