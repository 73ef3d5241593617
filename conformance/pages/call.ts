import type { Call, Page } from './page.ts';
import type { Entry } from './page-of.ts';

/** How a call of an op is written, in full. */
export interface CallStyle {
  readonly as: NonNullable<Call['as']>;
  readonly symbol: string | undefined;
  /** Behind the first operand, before the others. */
  readonly between: readonly string[];
  /** Behind the operands, in PyTorch's order. */
  readonly positional: readonly string[];
  /** Those of them that Python writes by name. */
  readonly keyword: readonly string[];
}

const classesWithMethods = ['torch.Tensor.', 'torch.nn.Module.', 'torch.optim.Optimizer.'];

/** Where a function of one tensor is written as its method, x.sum(). Elsewhere it reads as a function, torch.relu(x). */
const featuresOfMethods: ReadonlySet<string> = new Set([
  'arithmetic',
  'attributes',
  'reductions',
  'rounding',
  'shape',
  'trigonometry',
]);

const ofOneTensor = ({ name, torch, operands }: Page): boolean =>
  torch === `torch.${name}` && operands.length === 1 && operands[0]!.type === 'tensor';

/** What follows from the other fields of a page: by its full name and its feature, and by the options that every call gives. */
export const defaultCall = (page: Page): CallStyle => ({
  as:
    classesWithMethods.some((name) => page.torch.startsWith(name)) ||
    (ofOneTensor(page) && featuresOfMethods.has(page.feature))
      ? 'method'
      : 'function',
  symbol: undefined,
  between: [],
  positional: (page.required ?? []).filter((name) => page.call?.between?.includes(name) !== true),
  keyword: [],
});

/** What the page says, and what follows where it says nothing. An in-place form is a method. */
export const callOf = ({ page, inplace }: Entry): CallStyle => {
  const style = { ...defaultCall(page), ...page.call };
  return inplace ? { ...style, as: 'method' } : style;
};
