/** Sound adapters of which a test replaces a part, and what tconf smoke says of them. */
import { expect } from 'vitest';
import type { Adapter, TensorData } from '../adapter/contract.ts';
import { type Fake, functional, tape } from '../evaluate/fake/fake-library.ts';
import { type Checked, smoke } from './smoke.ts';

const shownOf = (checked: readonly Checked[]): string[] =>
  checked.map(({ name, ending }) =>
    ending.status === 'wrong'
      ? `WRONG ${name}: ${ending.faults.map(({ wrong, mend }) => `${wrong} | ${mend}`).join(' & ')}`
      : ending.status === 'right'
        ? [`ok ${name}`, ...ending.notes].join(' + ')
        : `– (${ending.why}) ${name}`,
  );
export const of = async (adapter: object, patience = 1000, file?: string): Promise<string[]> =>
  shownOf(await smoke(adapter as Adapter<never>, patience, file));
export const wrongs = async (adapter: object, patience?: number, file?: string): Promise<string[]> =>
  (await of(adapter, patience, file)).filter((line) => line.startsWith('WRONG '));

/** A sound adapter of a library with a tape, or of one with functions, with some of it replaced. */
export const taped = (over: object): object => ({ ...tape, ...over });
export const mapped = (over: object): object => ({ ...functional, ...over });
export const reading = (change: (seen: TensorData, t: Fake) => unknown): object =>
  mapped({ read: (t: Fake) => change(functional.read(t) as TensorData, t) });
export const making = (change: (given: TensorData) => unknown): object => mapped({ tensor: change });
export const op = (name: string, run: unknown): object => mapped({ ops: { ...functional.ops, [name]: run } });
export const taping = (over: object): object => taped({ autograd: { ...tape.autograd, ...over } });
export const raise = (message: string) => (): never => {
  throw new Error(message);
};
/** What a library does that calls what is not there. */
export const stumble = (t: { negate: () => TensorData }): TensorData => t.negate();
export const never: Promise<never> = new Promise(() => {});

/** Only this check is wrong, with these words. */
export const alone = async (adapter: object, check: string, line: RegExp): Promise<void> => {
  const found = await wrongs(adapter, 200);
  expect(found).toHaveLength(1);
  expect(found[0]).toMatch(line);
  expect(found[0]!.slice('WRONG '.length)).toMatch(new RegExp(`^${check}`));
};

/** Tensors that keep what they are given. */
export const plain: Adapter<TensorData> = {
  name: 'plain',
  dtypes: { float32: true, int32: true, bool: true },
  mutation: 'none',
  tensor: ({ dtype, shape, data }) => ({ dtype, shape, data: Array.from(data) }),
  read: (t) => ({ ...t, data: Array.from(t.data) }),
  ops: {},
};
export const lib = (over: object): object => ({ ...plain, ...over });
export const change = (t: TensorData, to: readonly number[]): TensorData => {
  const data = t.data as number[];
  for (const [i, value] of to.entries()) data[i] = value;
  return t;
};
