import type { Page } from '../pages/page.ts';
import { resultDtype } from '../pages/result-dtype.ts';
import type { Case, OpStep, Step } from '../values/case.ts';
import { isFloat } from '../values/dtypes.ts';
import { namesIn, refsIn } from '../values/literal.ts';
import { type Say, sayOf } from '../values/promotion.ts';
import { bodyOf } from '../values/steps.ts';
import { absorb, type Cell, emptyCell, markGradient, union } from './cell.ts';

export type Pages = Readonly<Record<string, Page>>;

/** An op may run more often than this; two runs already are several. */
const enough = 2;
/** The ops and the types of results that hold their operands as parts. */
const gathers: ReadonlySet<string> = new Set(['tuple', 'list', 'parameters', 'dataset', 'module', 'optimizer']);

/** What a value says of the dtype of what is made of it; its rank is not followed. */
const saysOf = ({ dtype }: Cell): Say[] => (dtype === undefined ? [] : [{ dtype, weight: 'axes' }]);
const numbersIn = ({ in: operands = [] }: OpStep): Say[] => operands.flatMap((operand) => sayOf(operand) ?? []);

const pageOf = (op: string, pages: Pages): Page | undefined =>
  pages[op] ?? Object.values(pages).find((page) => page.inplace === op);

/**
 * Follows a program without running it, and tells for each name and path which ops that are not exact made its value.
 * Errs on the side of several: a tensor that is overwritten in part keeps what made the rest.
 */
export const trace = (c: Pick<Case, 'inputs' | 'ops'>, pages: Pages): ((path: string) => Cell) => {
  const cells = new Map<string, Cell>();
  for (const [name, input] of Object.entries(c.inputs)) cells.set(name, emptyCell(input.dtype));

  const at = (path: string): Cell => {
    const [root, ...segments] = path.split('.');
    const cell = cells.get(root!) ?? emptyCell();
    return segments.includes('grad') ? { ...emptyCell(cell.dtype), gradient: true } : cell;
  };

  const bind = (out: OpStep['out'], cell: Cell): void => {
    if (typeof out === 'string') cells.set(out, cell);
    for (const [i, name] of Array.isArray(out) ? out.entries() : []) {
      if (name !== null) cells.set(name as string, cell.items?.[i] ?? union([cell], cell.dtype));
    }
  };

  /** What a loop takes from `cell` each time. */
  const element = (cell: Cell): Cell => cell.batch ?? (cell.items ? union(cell.items, cell.items[0]?.dtype) : cell);

  const result = (step: OpStep, page: Page, operands: readonly Cell[]): Cell => {
    const [first] = operands;
    const dtype = resultDtype(page, [...operands.flatMap(saysOf), ...numbersIn(step)], step.with);
    const writes = page.mutates || page.name !== step.op;
    const target = writes ? first : step.with?.out === undefined ? undefined : at(refsIn(step.with.out)[0]!);
    if (page.view && first && (first.dtype === dtype || dtype === undefined)) return first;
    const cell = target ?? emptyCell(dtype);
    if (cell.dtype !== undefined && !isFloat(cell.dtype)) return cell;
    for (const operand of operands) absorb(cell, operand);
    if (page.accuracy !== 'exact') cell.makers.set(Symbol(step.op), page.accuracy);
    if (page.name === 'autograd.grad') cell.gradient = true;
    return cell;
  };

  const run = (step: OpStep): void => {
    const page = pageOf(step.op, pages);
    if (page === undefined) return;
    const operands = (step.in ?? []).flatMap(namesIn).map(at);
    const [first] = operands;
    const refs = Object.values(step.with ?? {})
      .flatMap(refsIn)
      .map(at);
    const index = (step.with?.index as readonly unknown[] | undefined)?.[0];
    if (gathers.has(step.op) || gathers.has(page.results[0]?.type ?? '')) {
      bind(step.out, emptyCell(undefined, operands));
    } else if (page.results[0]?.type === 'loader') {
      bind(step.out, { ...emptyCell(), batch: first! });
    } else if (step.op === 'next') {
      bind(step.out, element(first!));
    } else if (step.op === 'getitem' && first?.items && typeof index === 'number') {
      bind(step.out, first.items.at(index) ?? emptyCell());
    } else if (step.op === 'step') {
      markGradient(first!);
    } else if (step.op === 'load_state_dict') {
      for (const ref of refs) absorb(first!, ref);
    } else if (step.op === 'record') {
      const name = step.out as string;
      cells.set(name, union([first!, ...(cells.has(name) ? [at(name)] : [])], first!.dtype));
    } else {
      bind(step.out, result(step, page, [...operands, ...refs]));
    }
  };

  const walk = (steps: readonly Step[]): void => {
    for (const step of steps) {
      if ('op' in step) run(step);
      else if ('no_grad' in step || 'try' in step) walk(bodyOf(step));
      else {
        const times = 'repeat' in step ? Math.min(step.repeat, enough) : enough;
        for (let i = 0; i < times; i++) {
          if ('for' in step) bind(step.for, element(at(step.of)));
          walk(step.ops);
        }
      }
    }
  };
  walk(c.ops);
  return at;
};
