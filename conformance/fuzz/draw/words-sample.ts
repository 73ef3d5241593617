/** The words of tests that pin a seed: a new page adds none, so that their programs stay what they are. */
import { vocabulary, type Word } from './vocabulary.ts';

const ops: ReadonlySet<string> = new Set([
  ...['add', 'add_', 'sub', 'mul', 'mul_', 'div', 'neg', 'exp', 'exp_', 'sqrt', 'sign', 'where', 'pow'],
  ...['gt', 'le', 'eq', 'sigmoid', 'softmax', 'relu'],
  ...['sum', 'mean', 'max', 'argmax', 'cumsum', 'norm', 'matmul', 'mm', 'mse_loss'],
  ...['tensor', 'arange', 'zeros_like', 'to', 'reshape', 'expand', 'transpose', 'unsqueeze', 'cat'],
  ...['getitem', 'setitem', 'copy_', 'zero_', 'clone', 'detach', 'item', 'shape'],
]);

export const fixedWords: readonly Word[] = vocabulary().filter(({ op }) => ops.has(op));
