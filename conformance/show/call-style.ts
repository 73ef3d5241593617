import type { Page } from '../pages/page.ts';
import { pages } from '../pages/pages.gen.ts';
import type { OpStep } from '../values/case.ts';

/** Written without brackets: `x.shape`. */
export const attributes: ReadonlySet<string> = new Set([
  ...(['T', 'shape', 'dtype', 'device', 'layout', 'ndim', 'requires_grad', 'is_leaf'] as const),
]);

/** The page of an op, or of the op whose in-place form it is. */
export const pageOf = (op: string): Page | undefined =>
  pages[op] ?? Object.values(pages).find(({ inplace }) => inplace === op);

const methodRooms = ['torch.Tensor.', 'torch.optim.Optimizer.', 'torch.nn.Module.'];

/** Methods read better than functions where one tensor is all there is; names of nn.functional have no method. */
export const isMethod = (step: OpStep, page: Page): boolean => {
  if (step.op !== page.name || methodRooms.some((room) => page.torch.startsWith(room))) return true;
  const single =
    page.operands.length === 1 && page.operands[0]!.type === 'tensor' && page.torch === `torch.${page.name}`;
  return single && !/^(?:activations|linear-algebra)$/.test(page.feature) && !step.op.endsWith('_like');
};
