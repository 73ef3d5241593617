/** The reference as a library that differentiates functions and writes to no tensor, which is right in all that it does. */
import { type Tensor, torch } from '../../reference/index.ts';
import reference from '../adapters/reference/index.ts';
import { type Fake, type Op, right } from './every-op.ts';

/** It has no tensors that know of gradients, nor any text. */
const ofTape: ReadonlySet<string> = new Set(['requires_grad_', 'requires_grad', 'retain_grad', 'is_leaf']);
const { print: _, modules: __, optim: ___, ...reading } = reference;

/** What writes gives a tensor in the place of the one that was to be written to. */
const replacing =
  (op: string): Op =>
  (x, ...rest) => {
    const written = x!.clone();
    right(op)(written, ...rest);
    return written;
  };
const isWriting = (op: string): boolean => op.endsWith('_') || op === 'setitem';
const kept = Object.keys(reference.ops).filter((op) => !ofTape.has(op));
const ops = Object.fromEntries(kept.map((op) => [op, isWriting(op) ? replacing(op) : right(op)])) as Fake['ops'];

/** What is followed by an outer function stays followed by it. */
const input = (x: Tensor): Tensor => (x.requires_grad ? x.clone() : x.detach().requires_grad_());

const functional: Fake = {
  ...reading,
  name: 'functional',
  mutation: 'none',
  ops,
  autograd: {
    kind: 'functional',
    vjp: (f, inputs, cotangent) => {
      const xs = inputs.map(input);
      const y = f(...xs);
      if (!y.requires_grad) return inputs.map((x) => torch.zeros_like(x));
      const options = { allow_unused: true, create_graph: true, ...(cotangent && { grad_outputs: cotangent }) };
      const found = torch.autograd.grad(y, xs, options as never) as readonly (Tensor | null)[];
      return found.map((g, i) => g ?? torch.zeros_like(inputs[i]!));
    },
  },
};
export default functional;
