/** Where an optimizer can be wrong, step by step. */
import type { Adapter } from '../../adapter/contract.ts';
import type { Call, Mutation, Tools } from '../mutation.ts';
import type { Seat } from '../seat.ts';
import { ofAny } from './any.ts';
import { FAULTS } from './faults.ts';
import { type Faults, type Options, sgd } from './sgd.ts';

const kind = 'optimizer';

interface Made {
  readonly step: Call;
  readonly zeroGrad: Call;
}

/** An optimizer that steps itself. What is refused, the right one refuses. */
export const stepping =
  (faults: Faults) =>
  (right: Call, tools: Tools, noted: () => void): Call =>
  (params, options) => {
    const made = right(params, options) as Made;
    const step = sgd(params as readonly unknown[], { ...(options as Options) }, tools, faults);
    return {
      ...made,
      step: () => {
        noted();
        return step();
      },
    };
  };

type Resets = (right: Made, params: readonly unknown[], tools: Tools) => Call;

const resetting =
  (wrong: Resets) =>
  (right: Call, tools: Tools, noted: () => void): Call =>
  (params, options) => {
    const made = right(params, options) as Made;
    const zeroGrad = wrong(made, params as readonly unknown[], tools);
    return {
      ...made,
      zeroGrad: (...args: unknown[]) => {
        noted();
        return zeroGrad(...args);
      },
    };
  };

const resets: Readonly<Record<string, Resets>> = {
  'zero_grad resets the first parameter alone':
    (_, params, { setGrad }) =>
    () =>
      setGrad(params[0], null),
  'zero_grad gives zeros for null':
    ({ zeroGrad }) =>
    () =>
      zeroGrad({ set_to_none: false }),
  'zero_grad gives null for zeros':
    ({ zeroGrad }) =>
    () =>
      zeroGrad({ set_to_none: true }),
  'zero_grad writes zeros to the gradient':
    (_, params, { grad, setGrad, ops, withoutGraph }) =>
    (options) => {
      const none = (options as { set_to_none?: boolean }).set_to_none !== false;
      for (const p of params) {
        if (grad(p) !== null) withoutGraph(() => ops.zero_!(grad(p), {}));
        if (none) setGrad(p, null);
      }
    },
};

const mutation = (name: string, apply: Mutation['apply']): Mutation => ({ kind, name, suits: () => true, apply });

const all: readonly Mutation[] = [
  ...Object.entries(FAULTS).map(([name, faults]) => mutation(name, stepping(faults))),
  ...Object.entries(resets).map(([name, wrong]) => mutation(name, resetting(wrong))),
];

const entries = (table: object | undefined): readonly (readonly [string, Call])[] =>
  Object.entries((table ?? {}) as Readonly<Record<string, Call>>);

/** Of SGD its own steps, of the others what can be seen from outside. */
export const optimizers = <T>(adapter: Adapter<T>): Seat<T>[] =>
  entries(adapter.optim).map(([name, right]) => ({
    name,
    ops: [name],
    right,
    mutations: name === 'optim.SGD' ? all : ofAny(name),
    put: (wrong) => ({ ...adapter, optim: { ...adapter.optim, [name]: wrong } }) as Adapter<T>,
  }));
