/** The places where an engine can be wrong that no op is: the backward pass, the hooks of the tape, what is left after `no_grad`. */
import type { Adapter } from '../../adapter/contract.ts';
import type { Call, Mutation } from '../mutation.ts';
import type { Seat } from '../seat.ts';
import { backwards } from './backward.ts';
import { HOOKS, OPS, wrong } from './hooks.ts';

type Table = Readonly<Record<string, Call>>;

/** Recording is off for everything once this holds. */
interface Switch {
  off: boolean;
}

const recordings: readonly Mutation[] = [
  wrong('recording off after an error', (right) => (run, given) => {
    try {
      return right(run, given);
    } catch (error) {
      (given as Switch).off = true;
      throw error;
    }
  }),
  wrong('recording off afterwards', (right) => (run, given) => {
    const result = right(run, given);
    (given as Switch).off = true;
    return result;
  }),
];

export function engine<T>(adapter: Adapter<T>): Seat<T>[] {
  const { autograd } = adapter;
  if (autograd?.kind !== 'tape') return [];
  const hooks = autograd as unknown as Table;
  const putHook =
    (hook: string) =>
    (call: Call): Adapter<T> =>
      ({ ...adapter, autograd: { ...autograd, [hook]: call } }) as Adapter<T>;
  const ops = adapter.ops as unknown as Table;
  return [
    {
      name: 'autograd.backward',
      ops: ['backward'],
      right: hooks.backward!,
      mutations: backwards,
      put: putHook('backward'),
    },
    ...Object.entries(HOOKS).map(
      ([hook, mutations]): Seat<T> => ({
        name: `autograd.${hook}`,
        ops: [],
        right: hooks[hook]!,
        mutations,
        put: putHook(hook),
      }),
    ),
    ...Object.entries(OPS).map(
      ([op, mutations]): Seat<T> => ({
        name: op,
        ops: [op],
        right: ops[op]!,
        mutations,
        put: (call) => ({ ...adapter, ops: { ...adapter.ops, [op]: call } }) as Adapter<T>,
      }),
    ),
    {
      name: 'autograd.noGrad',
      ops: [],
      right: (run) => hooks.noGrad!(run),
      mutations: recordings,
      put: (call) => {
        const state: Switch = { off: false };
        const silenced = Object.fromEntries(
          Object.entries(ops).map(([name, op]) => [
            name,
            (...args: unknown[]) => (state.off ? hooks.noGrad!(() => op(...args)) : op(...args)),
          ]),
        );
        return { ...putHook('noGrad')((run) => call(run, state)), ops: silenced } as Adapter<T>;
      },
    },
  ];
}
