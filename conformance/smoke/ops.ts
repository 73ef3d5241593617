import type { Check } from './check.ts';
import { as } from './dtypes.ts';
import { Broken, NotChecked, throwFaults } from './ending.ts';
import { callText, elementsOf, faultOf, noteOf, type Probe, runOn } from './probe.ts';
import { listed, same } from './read-faults.ts';

/** Ops of one and of two operands that most libraries have. */
const unary = ['neg', 'abs', 'exp', 'relu', 'sum', 'mean', 'clone', 'sqrt', 'sigmoid'];
const binary = ['add', 'mul', 'sub', 'maximum', 'matmul', 'dot', 'eq'];

/** What is wrong with the entry of an op; or what else is to be told of it, as text. */
const inspect = async (probe: Probe, op: string, operands: readonly string[]): Promise<Broken | string | undefined> => {
  const what = callText(probe, op, operands);
  const outcome = await runOn(probe, [{ op, in: operands, out: 'y' }], ['x', 'y']);
  const fault = faultOf(probe, outcome, what);
  if (fault !== undefined) return fault;
  const seen = 'values' in outcome ? elementsOf(outcome.values?.x) : undefined;
  if (seen !== undefined && !same(seen, as(probe.plain, [1, 2, 3]), probe.plain))
    return new Broken(
      `${what} changed its operand from [1, 2, 3] to ${listed(seen)}`,
      'the entry writes to its operand: call the form that makes a new tensor, or hand over a copy',
    );
  return outcome.status === 'unsupported' ? `${what}: ${outcome.what} is unsupported` : noteOf(probe, outcome, what);
};

export const operands: Check<Probe> = {
  name: 'ops answer, and leave their operands as they were',
  look: async (probe) => {
    const calls = [
      ...unary.map((op) => ({ op, operands: ['x'] })),
      // The same tensor twice: a library that counts references is given one too few.
      ...binary.map((op) => ({ op, operands: ['x', 'x'] })),
    ].filter(({ op }) => probe.has(op));
    if (calls.length === 0) throw new NotChecked('it has none of the ops that this looks at');
    const found: (Broken | string | undefined)[] = [];
    for (const { op, operands } of calls) found.push(await inspect(probe, op, operands));
    throwFaults(found.filter((one) => one instanceof Broken));
    const notes = found.filter((one) => typeof one === 'string');
    if (notes.length === calls.length) throw new NotChecked(notes.join('; '));
    return notes;
  },
};
