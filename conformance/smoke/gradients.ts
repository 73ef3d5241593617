import type { Step } from '../values/case.ts';
import { isFloat } from '../values/dtypes.ts';
import type { Check } from './check.ts';
import { as } from './dtypes.ts';
import { Broken, lookAtEach, NotChecked } from './ending.ts';
import { elementsOf, faultOf, noteOf, type Probe, runOn } from './probe.ts';
import { listed, same } from './read-faults.ts';

const mends = {
  functional: 'vjp(f, inputs, cotangent) gives one gradient per input, and passes the cotangent on to the library',
  tape: 'requiresGrad marks the leaf itself (or gives its replacement), backward passes the gradient on, grad gives the leaf’s',
  unknown: 'backward passes its second operand on as the gradient, and x.grad is what the leaf x has received',
} as const;

const expectGradient = async (
  probe: Probe,
  [what, steps, input]: readonly [string, readonly Step[], Parameters<typeof runOn>[3]],
  expected: readonly number[],
): Promise<string[]> => {
  const mend = mends[probe.differentiates!];
  const outcome = await runOn(probe, steps, ['x.grad', 'x'], { requires_grad: true, ...input });
  if (outcome.status === 'unsupported') throw new NotChecked(`${what}: ${outcome.what} is unsupported`);
  const note = noteOf(probe, outcome, what);
  if (note !== undefined) throw new NotChecked(note);
  const fault = faultOf(probe, outcome, what);
  if (fault !== undefined) throw fault;
  if (outcome.status === 'threw') throw new Broken(`${what} raised: ${outcome.message}`, mend);
  const seen = outcome.status === 'result' ? outcome.values['x.grad'] : undefined;
  const data = elementsOf(seen);
  if (data === undefined || !same(data, expected, probe.plain))
    throw new Broken(
      `${what} gave x the gradient ${data === undefined ? 'null' : listed(data)}, not ${listed(expected)}`,
      mend,
    );
  return [];
};

/** The op that squares or doubles x, whichever the adapter has. */
const product = (probe: Probe): { readonly op: string; readonly text: string; readonly factors: readonly number[] } => {
  const op = ['mul', 'add'].find((name) => probe.has(name));
  if (op === undefined) throw new NotChecked('ops has neither mul nor add');
  return op === 'mul' ? { op, text: 'x·x', factors: [6, 8] } : { op, text: 'x+x', factors: [2, 2] };
};

export const gradients: Check<Probe> = {
  name: 'gradients of x·x reach x',
  look: async (probe) => {
    if (probe.differentiates === undefined) throw new NotChecked('the adapter has no autograd');
    if (!isFloat(probe.plain)) throw new NotChecked('the adapter declares no floating dtype');
    const { op, text, factors } = product(probe);
    const y: Step = { op, in: ['x', 'x'], out: 'y' };
    const backward: Step = { op: 'backward', in: ['y'] };
    const given: readonly Step[] = [{ op: 'detach', in: ['x'], out: 'g' }, y, { op: 'backward', in: ['y', 'g'] }];
    const [one, two] = factors;
    return lookAtEach(
      [
        {
          what: `backward of ${text} at 3`,
          steps: [y, backward],
          input: { shape: [], data: 3 },
          due: [one!],
        },
        {
          what: `backward of ${text} at [3, 4] with the gradient [3, 4]`,
          steps: given,
          input: { shape: [2], data: [3, 4] },
          due: [3 * one!, 4 * two!],
        },
      ],
      ({ what, steps, input, due }) => expectGradient(probe, [what, steps, input], due),
    );
  },
};

export const tape: Check = {
  name: 'the tape: noGrad, requiresGrad, grad and zeroGrad',
  look: async (probe) => {
    const { autograd } = probe.adapter;
    if (autograd?.kind !== 'tape') throw new NotChecked('the adapter has no tape');
    if (!isFloat(probe.plain)) throw new NotChecked('the adapter declares no floating dtype');
    const inside = await probe.call('noGrad', () => autograd.noGrad(() => 7), 'run the function with recording off');
    if (inside !== 7)
      throw new Broken(
        `noGrad gave ${String(inside)}, not what it ran`,
        'give the result: noGrad: (run) => lib.noGrad(run)',
      );
    const { tensor } = await probe.call(
      'requiresGrad',
      // In an object, because a tensor may look like a promise.
      () => ({ tensor: autograd.requiresGrad(probe.tensor(probe.plain, [2], as(probe.plain, [1, 2])), true) }),
      'mark the leaf and return it',
    );
    if (tensor === undefined || tensor === null)
      throw new Broken(`requiresGrad returned ${tensor}`, 'return the leaf that was marked, or its replacement');
    const before = await probe.call('grad', () => ({ grad: autograd.grad(tensor) }), 'give null where there is none');
    if (before.grad !== null)
      throw new Broken(
        `grad gave ${before.grad === undefined ? 'undefined' : 'a tensor'} before any backward`,
        'give null where there is none: grad: (t) => t.grad ?? null',
      );
    await probe.call('zeroGrad', async () => autograd.zeroGrad(tensor, {}), 'a leaf without a gradient is left alone');
  },
};
