/** What random programs leave out, and why. Everything else that has a page is drawn. */
import type { Page } from '../../pages/page.ts';

interface LeftOut {
  /** All ops of a feature, or these. */
  readonly feature?: string;
  readonly ops?: readonly string[];
  readonly because: string;
}

/** Ops that are never drawn as a step of their own. */
export const leftOut: readonly LeftOut[] = [
  {
    feature: 'random',
    because: 'without a seed no two implementations draw the same; seeded streams are in fixtures/programs/random.json',
  },
  {
    feature: 'sparse',
    because: 'a sparse tensor can be observed through some of these alone, which always go together',
  },
  {
    feature: 'host',
    because: 'they hold and read values of the host language, and compute nothing',
  },
  {
    ops: ['backward', 'autograd.grad', 'retain_grad', 'requires_grad_'],
    because: 'they end a program with gradients, where they are drawn by a rule of their own',
  },
  {
    ops: ['len', 'next', 'zero_grad'],
    because: 'they read sequences and loaders of the host language, or write to the leaves of a whole model',
  },
  {
    ops: ['signbit'],
    because: 'programs make NaN, and that of its sign is left open',
  },
];

export const isLeftOut = (page: Page): boolean =>
  leftOut.some(({ feature, ops = [] }) => feature === page.feature || ops.includes(page.name));

/** Options that are never drawn, by the kind of their values or by name. */
export const optionsLeftOut: readonly { readonly kind?: string; readonly name?: string; readonly because: string }[] = [
  {
    kind: 'memoryFormat',
    because: 'channels_last asks for four axes, and the other formats are what there is without them',
  },
  { kind: 'ref', because: 'a tensor among the options is written to, or one of few ops has it: cases ask for it' },
  { name: 'requires_grad', because: 'leaves are drawn as inputs' },
];

/** Options that are drawn only beside another one. */
export const onlyBeside: readonly { readonly option: string; readonly beside: string; readonly because: string }[] = [
  {
    option: 'keepdim',
    beside: 'dim',
    because:
      'PyTorch refuses it without dim in some ops and keeps all axes in others, by version and by how many overloads they have',
  },
];

/** Options that are drawn only without another one. */
export const neverBeside: typeof onlyBeside = [
  {
    option: 'unbiased',
    beside: 'correction',
    because: 'PyTorch takes one word about the divisor of a variance, not two',
  },
];
