/** Where a module can be wrong beyond the op that it amounts to: its parameters, their loading, resets and first values, its calls. */
import type { Adapter } from '../../adapter/contract.ts';
import { pageOf } from '../../pages/page-of.ts';
import type { Form } from '../calls/called.ts';
import { faultsOf } from '../kinds/index.ts';
import type { Call, Mutation, Tools } from '../mutation.ts';
import type { Seat } from '../seat.ts';
import { firstValues } from './first-values.ts';
import { wrong } from './wrong.ts';

type Parameters = Readonly<Record<string, unknown>>;
type Options = Readonly<Record<string, unknown>>;
export type AnyModule = Readonly<
  Record<'create' | 'forward' | 'parameters' | 'load' | 'zeroGrad' | 'child', Call | undefined>
>;

const PARTS: Readonly<Record<string, (parameters: (module: unknown) => Parameters) => readonly Mutation[]>> = {
  load: (parameters) => [
    wrong('the given tensor itself taken', (right, tools) => (module, state, options) => {
      right(module, state, options);
      for (const [name, p] of Object.entries(parameters(module))) {
        const given = (state as Parameters)[name];
        if (given !== undefined && tools.dtype(given) === tools.dtype(p)) tools.move(p, tools.memory(given));
      }
    }),
    wrong('the last of several left as it was', (right, tools) => (module, state, options) => {
      const all = Object.entries(parameters(module));
      const [, last] = all.at(-1) ?? [];
      const before = last === undefined ? undefined : tools.ops.clone!(tools.detach(last), {});
      right(module, state, options);
      if (all.length > 1) tools.withoutGraph(() => tools.ops.copy_!(last, before, {}));
    }),
    wrong('square weights turned', (right, tools) => (module, state, options) => {
      right(module, state, options);
      for (const p of Object.values(parameters(module))) {
        const [a, b] = tools.shape(p).slice(-2);
        if (b === undefined || a !== b) continue;
        const turned = tools.ops.transpose!(tools.ops.clone!(tools.detach(p), {}), { dim0: -2, dim1: -1 });
        tools.withoutGraph(() => tools.ops.copy_!(p, turned, {}));
      }
    }),
    wrong('no look at strict', (right) => (module, state) => right(module, state, { strict: false })),
    wrong('strict for ever', (right) => (module, state) => right(module, state, {})),
    wrong('gradients reset', (right, tools) => (module, state, options) => {
      right(module, state, options);
      for (const p of Object.values(parameters(module))) tools.setGrad(p, null);
    }),
  ],
  parameters: () => [
    wrong(
      'the other way round',
      (right) => (module) => Object.fromEntries(Object.entries(right(module) as Parameters).reverse()),
    ),
    wrong(
      'copies',
      (right, { ops, detach }) =>
        (module) =>
          Object.fromEntries(
            Object.entries(right(module) as Parameters).map(([name, p]) => [
              name,
              ops.requires_grad_!(ops.clone!(detach(p), {}), {}),
            ]),
          ),
    ),
    wrong(
      'no bias',
      (right) => (module) =>
        Object.fromEntries(Object.entries(right(module) as Parameters).filter(([name]) => !name.endsWith('bias'))),
    ),
    wrong(
      'outside the graph',
      (right, { detach }) =>
        (module) =>
          Object.fromEntries(Object.entries(right(module) as Parameters).map(([name, p]) => [name, detach(p)])),
    ),
  ],
  zeroGrad: (parameters) => [
    wrong('nothing happens', () => () => undefined),
    wrong('the first alone', (_, { setGrad }) => (module) => {
      const [first] = Object.values(parameters(module));
      if (first !== undefined) setGrad(first, null);
    }),
    wrong('zeros for null', (right) => (module) => right(module, { set_to_none: false })),
    wrong('null for zeros', (right) => (module) => right(module, { set_to_none: true })),
  ],
  child: () => [
    wrong('the next one', (right) => (module, i) => {
      try {
        return right(module, Number(i) + 1);
      } catch {
        return right(module, 0);
      }
    }),
  ],
};

/** The calls of a module as those of its function: parameters and inputs are its operands. */
const formOfModule = (name: string, tools: Tools): Form => {
  const { page } = pageOf(name)!;
  const own = pageOf(page.functional ?? name)!.page;
  return {
    page: own,
    op: name,
    writes: false,
    tensorsIn: ([, parameters, inputs]) => {
      const given = inputs as readonly unknown[];
      const named = own.operands.filter((operand) => !(operand.name in (parameters as Parameters)));
      return [
        ...given.map((tensor, i) => [named[i]?.name ?? 'input', tensor] as const),
        ...Object.entries(parameters as Parameters),
      ].filter(([, tensor]) => tools.isTensor(tensor));
    },
    options: () => ({}) as Options,
    withOptions: (args) => [...args],
  };
};

/** What is asked of a module, though its function has been asked as well: views, gradients, what is left behind. */
const isAsked = ({ kind, name }: Mutation): boolean =>
  kind === 'gradient' || kind === 'state' || (kind === 'layout' && !name.startsWith('the gradient that arrives'));

const calls = (name: string): readonly Mutation[] => {
  const functional = pageOf(name)?.page.functional;
  if (functional === undefined) return [];
  const { page } = pageOf(functional)!;
  return faultsOf(page, name, (tools) => formOfModule(name, tools)).filter(isAsked);
};

/** What has no parameters loads and resets none; what has one has no order of them. */
const partsOf = (
  name: string,
  parameters: (module: unknown) => Parameters,
): readonly (readonly [string, readonly Mutation[]])[] => {
  const { paths, operands } = pageOf(name)!.page;
  const several = operands.length > 0 ? 2 : (paths ?? []).length;
  if (several === 0) return [];
  return Object.entries(PARTS).map(([part, of]) => [
    part,
    of(parameters).filter(({ name: told }) => several > 1 || !OF_SEVERAL.has(told)),
  ]);
};
const OF_SEVERAL: ReadonlySet<string> = new Set([
  'the last of several left as it was',
  'square weights turned',
  'the other way round',
  'no bias',
  'the first alone',
]);

export const modules = <T>(adapter: Adapter<T>): Seat<T>[] =>
  Object.entries((adapter.modules ?? {}) as unknown as Readonly<Record<string, AnyModule>>).flatMap(
    ([name, module]) => {
      const put =
        (part: string) =>
        (call: Call): Adapter<T> =>
          ({ ...adapter, modules: { ...adapter.modules, [name]: { ...module, [part]: call } } }) as Adapter<T>;
      const parameters = (one: unknown) => (module.parameters?.(one) ?? {}) as Parameters;
      const seat = (part: keyof AnyModule, mutations: readonly Mutation[]): Seat<T>[] =>
        module[part] === undefined
          ? []
          : [{ name: `${name} ${part}`, ops: [name], right: module[part], mutations, put: put(part) }];
      return [
        ...partsOf(name, parameters).flatMap(([part, mutations]) => seat(part as keyof AnyModule, mutations)),
        ...seat('create', firstValues(name, parameters)),
        {
          name: `${name} forward`,
          ops: [name],
          right: module.forward!,
          form: (tools) => formOfModule(name, tools),
          mutations: calls(name),
          put: put('forward'),
        },
      ];
    },
  );
