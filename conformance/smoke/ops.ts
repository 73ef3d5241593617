import type { Request, Step } from '../case.ts';
import { evaluate } from '../evaluate/index.ts';
import { isEngineError } from '../judge/engine.ts';
import type { Observation, Outcome } from '../observation.ts';
import type { Check } from './check.ts';
import { as } from './dtypes.ts';
import { Broken, NotChecked } from './ending.ts';
import { listed, same } from './form.ts';
import type { Hand } from './hand.ts';

/** Ops of one and of two operands that most libraries have. */
const unary = ['neg', 'abs', 'exp', 'relu', 'sum', 'mean', 'clone', 'sqrt', 'sigmoid'];
const binary = ['add', 'mul', 'sub', 'maximum', 'matmul', 'dot', 'eq'];

const has = ({ adapter }: Hand, op: string): boolean =>
  Object.hasOwn(adapter.ops, op) || Object.hasOwn(adapter.composed ?? {}, op);

/** Runs steps on x, a vector of 1, 2, 3 (or what the shape says), as the evaluator runs a case. */
export const runOn = (
  hand: Hand,
  ops: readonly Step[],
  observe: readonly string[],
  input: Partial<Request['inputs'][string]> = {},
): Promise<Outcome> => {
  const dtype = hand.plain;
  const x = { dtype, shape: [3], data: as(dtype, [1, 2, 3]).map((v) => (typeof v === 'bigint' ? Number(v) : v)) };
  const request: Request = {
    id: 'smoke',
    inputs: { x: { ...x, ...input } },
    ops,
    observe: observe.map((name) => ({ name })),
  };
  return hand.call('an op', () => evaluate(hand.adapter, request), "see the adapter's scope and init");
};

/** The elements of a tensor, or a 0-d one's number. */
export const elementsOf = (seen: Observation | undefined): ArrayLike<number | bigint | boolean> | undefined => {
  if (seen?.kind === 'tensor') return seen.data;
  return seen?.kind === 'host' && typeof seen.value === 'number' ? [seen.value] : undefined;
};

/** What an ending says of the adapter, whatever the library did. */
export const faultOf = (outcome: Outcome, what: string): Broken | undefined => {
  if (outcome.status === 'error') return new Broken(`${what}: ${outcome.message}`, 'see the contract of defineAdapter');
  if (outcome.status !== 'threw') return undefined;
  if (outcome.op.length === 0 && outcome.late === true)
    return new Broken(
      `after ${what} its operand cannot be read: ${outcome.message}`,
      'the library consumes its operands: hand it references or copies',
    );
  return isEngineError(outcome.message)
    ? new Broken(
        `${what} stumbles: ${outcome.message}`,
        "it calls what the library does not have: look up the library's API",
      )
    : undefined;
};

const inspect = async (hand: Hand, op: string, operands: readonly string[]): Promise<void> => {
  const what = `ops.${op}(${operands.join(', ')})`;
  const outcome = await runOn(hand, [{ op, in: operands, out: 'y' }], ['x', 'y']);
  const fault = faultOf(outcome, what);
  if (fault !== undefined) throw fault;
  const seen = 'values' in outcome ? elementsOf(outcome.values?.x) : undefined;
  if (seen !== undefined && !same(seen, as(hand.plain, [1, 2, 3]), hand.plain))
    throw new Broken(
      `${what} changed its operand from [1, 2, 3] to ${listed(seen)}`,
      'the entry writes to its operand: call the form that makes a new tensor, or hand over a copy',
    );
};

export const operands: Check = {
  name: 'ops answer, and leave their operands as they were',
  look: async (hand) => {
    const ones = unary.filter((op) => has(hand, op));
    const twos = binary.filter((op) => has(hand, op));
    if (ones.length + twos.length === 0) throw new NotChecked('ops has none of the ops that this looks at');
    for (const op of ones) await inspect(hand, op, ['x']);
    // The same tensor twice: a library that counts references is given one too few.
    for (const op of twos) await inspect(hand, op, ['x', 'x']);
  },
};

interface Probe {
  readonly op: string;
  readonly step: Step;
  /** What rows 1 2 3 and 4 5 6 give, and what comes of elements taken by columns: rows 1 3 5 and 2 4 6. */
  readonly byRows: readonly number[];
  readonly byColumns: readonly number[];
}
const probe = (op: string, options: object, byRows: readonly number[], byColumns: readonly number[]): Probe => ({
  op,
  step: { op, in: ['x'], with: { ...options }, out: 'y' },
  byRows,
  byColumns,
});
const probes: readonly Probe[] = [
  probe('getitem', { index: [1] }, [4, 5, 6], [2, 4, 6]),
  probe('sum', { dim: 0 }, [5, 7, 9], [3, 7, 11]),
  probe('mean', { dim: 1 }, [2, 5], [3, 4]),
  probe('t', {}, [1, 4, 2, 5, 3, 6], [1, 2, 3, 4, 5, 6]),
  probe('flatten', {}, [1, 2, 3, 4, 5, 6], [1, 3, 5, 2, 4, 6]),
];

export const order: Check = {
  name: 'elements lie in row-major order',
  look: async (hand) => {
    const found = probes.filter(({ op }) => has(hand, op));
    const dtype = hand.plain;
    if (dtype === 'bool') throw new NotChecked('the adapter declares bool alone, whose values cannot tell');
    for (const { op, step, byRows, byColumns } of found) {
      const data = [as(dtype, [1, 2, 3]), as(dtype, [4, 5, 6])].map((row) => row.map(Number));
      const outcome = await runOn(hand, [step], ['y'], { shape: [2, 3], data });
      const seen = outcome.status === 'result' ? elementsOf(outcome.values.y) : undefined;
      if (seen === undefined) continue;
      if (same(seen, as(dtype, byRows), dtype)) return;
      if (same(seen, as(dtype, byColumns), dtype))
        throw new Broken(
          `ops.${op} of rows [1, 2, 3] and [4, 5, 6] gave ${listed(seen)}, as if 1 2 3 4 5 6 were two columns' elements`,
          "data is row-major: transpose in tensor, and back in read, if the library's own order is another",
        );
    }
    throw new NotChecked('ops has nothing that would show it, such as getitem, sum or t');
  },
};

export const scope: Check = {
  name: 'scope gives what it runs, and keeps tensors until then',
  look: async (hand) => {
    const { adapter } = hand;
    if (adapter.scope === undefined) throw new NotChecked('the adapter has no scope');
    const mend = 'run the case and wait for it before anything is freed: const r = await run(); …; return r';
    const given = await hand.call(
      'scope',
      () =>
        adapter.scope!(async () => {
          const t = hand.tensor(hand.plain, [1], as(hand.plain, [7]));
          await new Promise((resolve) => setTimeout(resolve, 1));
          return hand.read(t, ', inside scope and after a wait,');
        }),
      mend,
    );
    if (given === undefined || !same(given.data, as(hand.plain, [7]), hand.plain))
      throw new Broken(`scope gave ${String(given)} instead of what it ran`, mend);
  },
};
