/** Faults that have nothing to do with a corner: behind its witness they have to be found as they are without it. */
import type { Program } from '../fuzz/draw/program.ts';
import type { OpStep, Step, TensorValue } from '../values/case.ts';
import { callsIn } from '../values/steps.ts';
import { type Fault, wrongOp } from './laws/fault.ts';

export interface Unrelated {
  readonly title: string;
  /** The reference with the fault. */
  readonly library: Fault;
  /** What comes to it. */
  readonly inputs: Readonly<Record<string, TensorValue>>;
  readonly steps: readonly OpStep[];
  /** The names in which it shows. */
  readonly shows: readonly string[];
  /** Of a gradient: what gradients are asked of. */
  readonly root?: string;
}

const floats = (data: readonly number[], requires_grad: boolean): TensorValue => ({
  dtype: 'float32',
  shape: [data.length],
  data,
  ...(requires_grad && { requires_grad }),
});

export const unrelated: readonly Unrelated[] = [
  {
    title: 'exp with twice its gradient',
    library: wrongOp('exp', (right, { ops, detach }) => (x, o) => {
      const y = right(x, o);
      return ops.sub!(ops.mul!(y, 2, {}), detach(y), {});
    }),
    inputs: { fx: floats([0.5, -1], true) },
    steps: [
      { op: 'exp', in: ['fx'], out: 'fy' },
      { op: 'sum', in: ['fy'], out: 'fs' },
    ],
    shows: ['fx.grad'],
    root: 'fs',
  },
  {
    title: 'abs that is 1 % too large',
    library: wrongOp(
      'abs',
      (right, { ops }) =>
        (x, o) =>
          ops.mul!(right(x, o), 1.01, {}),
    ),
    inputs: { fx: floats([0.5, -1], false) },
    steps: [{ op: 'abs', in: ['fx'], out: 'fy' }],
    shows: ['fy'],
  },
];

const isPass = (step: Step): step is OpStep => 'op' in step && step.op === 'backward';

/** The witness, and behind it what comes to the fault. */
export const behind = ({ inputs, ops, observe }: Program, { root, shows, ...fault }: Unrelated): Program => ({
  inputs: { ...inputs, ...fault.inputs },
  ops: [...ops, ...fault.steps, ...(root === undefined ? [] : [{ op: 'backward', in: [root] }])],
  observe: [...observe, ...shows],
});

/** Both in one backward pass, from the sum of the two; undefined where there is no such pass, or one before it. */
export const inOnePass = (
  { inputs, ops, observe }: Program,
  { root, shows, ...fault }: Unrelated,
): Program | undefined => {
  const at = ops.findLastIndex(isPass);
  const pass = ops[at] as OpStep | undefined;
  const before = callsIn(ops.slice(0, at)).some(({ op }) => op === 'autograd.grad' || op === 'backward');
  if (root === undefined || pass?.in?.length !== 1 || before) return undefined;
  const joined: OpStep = { op: 'add', in: [pass.in[0]!, root], out: 'fj' };
  const steps = [...fault.steps, joined, { op: 'sum', in: ['fj'], out: 'ft' }, { ...pass, in: ['ft'] }];
  return {
    inputs: { ...inputs, ...fault.inputs },
    ops: [...ops.slice(0, at), ...steps, ...ops.slice(at + 1)],
    observe: [...observe, ...shows],
  };
};
