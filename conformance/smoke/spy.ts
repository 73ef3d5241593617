import type { Adapter } from '../adapter/contract.ts';
import { isPromise } from '../evaluate/task.ts';

const HOOKS = ['tensor', 'read', 'scope', 'dispose', 'scalar', 'print', 'classifyError'] as const;

type Table = Readonly<Record<string, unknown>>;

/** The same table, whose functions tell what they raise. */
const watchedTable = <T extends object>(table: T | undefined, tell: (error: unknown) => void): T | undefined => {
  if (table === undefined) return undefined;
  const watched = Object.entries(table as Table).map(([name, entry]): [string, unknown] => {
    if (typeof entry !== 'function') return [name, entry];
    const caught = (error: unknown): never => {
      tell(error);
      throw error;
    };
    return [
      name,
      (...given: unknown[]) => {
        try {
          const result: unknown = entry.apply(table, given);
          return isPromise(result) ? result.then(undefined, caught) : result;
        } catch (error) {
          return caught(error);
        }
      },
    ];
  });
  return Object.assign(Object.create(Object.getPrototypeOf(table)), Object.fromEntries(watched));
};

/** An adapter that is the same but for telling what its ops and its autograd raise, which an outcome has as text alone. */
export const spy = <T>(adapter: Adapter<T>, tell: (error: unknown) => void): Adapter<T> => {
  const { ops, composed, autograd } = adapter;
  const hooks = HOOKS.flatMap((name) => {
    const hook: unknown = adapter[name];
    // Bound, because a hook may use what is private to the adapter.
    return typeof hook === 'function' ? [[name, { value: hook.bind(adapter), enumerable: true }] as const] : [];
  });
  const tables = Object.entries({ ops, composed, autograd }).flatMap(([name, table]) =>
    table === undefined ? [] : [[name, { value: watchedTable(table as object, tell), enumerable: true }] as const],
  );
  return Object.create(adapter as object, Object.fromEntries([...hooks, ...tables])) as Adapter<T>;
};
