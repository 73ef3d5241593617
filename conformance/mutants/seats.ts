/** The places of an adapter where a library can be wrong: its ops, modules, optimizers and its tape. */
import type { Adapter } from '../adapter/contract.ts';
import { pageOf } from '../pages/page-of.ts';
import { formOfOp } from './calls/called.ts';
import { changes } from './changes.ts';
import { loaders } from './data/seats.ts';
import { engine } from './engine/seats.ts';
import { faultsOf } from './kinds/index.ts';
import { modules } from './modules/seats.ts';
import type { Call, Mutation, Tools } from './mutation.ts';
import { mutations, optionMutations, resultMutation } from './mutations.ts';
import { optimizers as steps } from './optimizer/seats.ts';
import { randoms } from './random/seats.ts';
import type { Seat } from './seat.ts';

export const seats = <T>(adapter: Adapter<T>): readonly Seat<T>[] => [
  ...ops(adapter),
  ...forwards(adapter),
  ...constructors(adapter),
  ...optimizers(adapter),
  ...tape(adapter),
  ...engine(adapter),
  ...steps(adapter),
  ...modules(adapter),
  ...randoms(adapter),
  ...loaders(adapter),
];

const entries = (table: object | undefined): [string, never][] => Object.entries(table ?? {}) as [string, never][];

function ops<T>(adapter: Adapter<T>): Seat<T>[] {
  return entries(adapter.ops).flatMap(([name, right]): Seat<T>[] => {
    const page = pageOf(name)?.page;
    if (page === undefined) return [];
    const fitting = [...mutations, ...optionMutations(page)].filter((m) => m.suits(page, name));
    const all = [...fitting, ...faultsOf(page, name)];
    const put = (wrong: Call) => ({ ...adapter, ops: { ...adapter.ops, [name]: wrong } });
    const form = (tools: Tools) => formOfOp(page, name, tools);
    return [{ name, ops: [name], right, form, mutations: all, put }];
  });
}

type AnyModule = { readonly create: Call; readonly forward: Call };
const withModule = <T>(adapter: Adapter<T>, name: string, wrong: Partial<AnyModule>): Adapter<T> => {
  const right = (adapter.modules as Readonly<Record<string, AnyModule>>)[name];
  return { ...adapter, modules: { ...adapter.modules, [name]: { ...right, ...wrong } } } as Adapter<T>;
};

function forwards<T>(adapter: Adapter<T>): Seat<T>[] {
  const wrongResults = Object.keys(changes).map(resultMutation);
  return entries(adapter.modules).map(([name, { forward }]) => ({
    name: `${name} forward`,
    ops: [name],
    right: forward,
    mutations: wrongResults,
    put: (wrong) => withModule(adapter, name, { forward: wrong }),
  }));
}

function constructors<T>(adapter: Adapter<T>): Seat<T>[] {
  const made = entries(adapter.modules).map(
    ([name, { create }]): Seat<T> => ({
      name,
      ops: [name],
      right: create,
      mutations: optionMutations(pageOf(name)!.page, 1),
      put: (wrong) => withModule(adapter, name, { create: wrong }),
    }),
  );
  const optimizers_ = entries(adapter.optim).map(
    ([name, right]): Seat<T> => ({
      name,
      ops: [name],
      right,
      mutations: optionMutations(pageOf(name)!.page, 1),
      put: (wrong) => ({ ...adapter, optim: { ...adapter.optim, [name]: wrong } }) as Adapter<T>,
    }),
  );
  return [...made, ...optimizers_];
}

const once = (name: string, wrong: (right: Call) => Call): Mutation => ({
  name,
  kind: 'everywhere',
  suits: () => true,
  apply: (right, _tools, noted) => {
    const call = wrong(right);
    return (...args) => {
      noted();
      return call(...args);
    };
  },
});

function optimizers<T>(adapter: Adapter<T>): Seat<T>[] {
  return entries(adapter.optim).map(([name, create]) => ({
    name: `${name} step`,
    ops: [name],
    right: (step, ...args) => (step as Call)(...args),
    mutations: [
      once('no step', () => () => undefined),
      once('two steps', (right) => (...args) => {
        right(...args);
        return right(...args);
      }),
    ],
    put: (wrong) => {
      const wrongCreate = (...args: unknown[]) => {
        const made = (create as Call)(...args) as { step: Call };
        return { ...made, step: (...given: unknown[]) => wrong(made.step, ...given) };
      };
      return { ...adapter, optim: { ...adapter.optim, [name]: wrongCreate } } as Adapter<T>;
    },
  }));
}

const HOOKS: Readonly<Record<string, readonly Mutation[]>> = {
  backward: [
    once('nothing happens', () => () => undefined),
    once('the graph is always kept', (right) => (t, g, o) => right(t, g, { ...(o as object), retain_graph: true })),
    once('twice', (right) => (t, g, o) => {
      right(t, g, { ...(o as object), retain_graph: true });
      return right(t, g, o);
    }),
  ],
  detach: [once('the gradient goes through', () => (t) => t)],
  noGrad: [once('recording goes on', () => (run) => (run as () => unknown)())],
  zeroGrad: [once('the gradient stays', () => () => undefined)],
  requiresGrad: [once('nothing is marked', () => (t) => t)],
  grad: [once('no gradient is there', () => () => null)],
  data: [once('the tensor itself', () => (t) => t)],
};

function tape<T>(adapter: Adapter<T>): Seat<T>[] {
  const { autograd } = adapter;
  if (autograd?.kind !== 'tape') return [];
  return entries(autograd).flatMap(([hook, right]): Seat<T>[] => {
    const wrong = HOOKS[hook];
    if (wrong === undefined) return [];
    const put = (call: Call) => ({ ...adapter, autograd: { ...autograd, [hook]: call } }) as Adapter<T>;
    return [{ name: `autograd.${hook}`, ops: [], right, mutations: wrong, put }];
  });
}
