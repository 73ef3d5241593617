import type { Page } from './page.ts';

/**
 * Who carries an op out. `op`: a function of the adapter's `ops`. `module`, `optimizer`: its `modules`, `optim`.
 * `object`: a method of such an object, called by the evaluator. `autograd`: the adapter's `autograd`.
 * `host`: the evaluator alone (sequences of the host language).
 */
export type Role = 'op' | 'module' | 'optimizer' | 'object' | 'autograd' | 'host';

const objects: ReadonlySet<string> = new Set(['module', 'optimizer', 'loader']);
const autograd: ReadonlySet<string> = new Set(['backward', 'detach']);

export function roleOf(page: Page): Role {
  const made = page.results[0]?.type;
  if (made === 'module' || made === 'optimizer') return made;
  if (page.feature === 'host') return 'host';
  if (autograd.has(page.name)) return 'autograd';
  const first = page.operands[0]?.type;
  if (first !== undefined && objects.has(first)) return 'object';
  return page.name === 'zero_grad' ? 'object' : 'op';
}
