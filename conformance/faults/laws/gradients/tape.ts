/** The reference with another tape. */
import adapter from '../../../adapters/reference/index.ts';
import type { Tools } from '../../../mutants/mutation.ts';
import { tools } from '../../../mutants/reference.ts';
import type { Fault, Faulty } from '../fault.ts';

type Tape = Extract<NonNullable<Faulty['autograd']>, { kind: 'tape' }>;

const right = adapter.autograd as Tape;

/** The reference with some functions of its tape replaced by what `wrong` makes of the right ones. */
export const wrongTape =
  (wrong: (right: Tape, tools: Tools) => Partial<Tape>): Fault =>
  () => ({ ...adapter, autograd: { ...right, ...wrong(right, tools) } });

/** The reference with one module whose forward sees other parameters. */
export const wrongParameters =
  (module: string, wrong: (values: unknown, tools: Tools) => unknown, op: string): Fault =>
  () => {
    const modules = adapter.modules as unknown as Readonly<Record<string, Record<string, unknown>>>;
    const call = (adapter.ops as unknown as Record<string, (...args: unknown[]) => unknown>)[op]!;
    const one = modules[module]!;
    const parameters = one.parameters as (module: unknown) => Readonly<Record<string, unknown>>;
    const forward = (own: unknown, _: unknown, [x]: readonly unknown[]): unknown => {
      const seen = Object.values(parameters(own)).map((value) => wrong(value, tools));
      return call(x, ...seen, {});
    };
    return { ...adapter, modules: { ...modules, [module]: { ...one, forward } } } as unknown as Faulty;
  };
