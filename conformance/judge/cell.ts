import type { Page } from '../pages/page.ts';
import type { Dtype } from '../values/case.ts';

/** What is known of a stored value: the ops that are not exact and had a part in it. Views share the cell of their base. */
export interface Cell {
  /** One entry for each time such an op ran. */
  readonly makers: Map<symbol, Page['accuracy']>;
  /** A gradient had a part in it. */
  gradient: boolean;
  readonly dtype: Dtype | undefined;
  /** Of a sequence, a module list or a dataset: its parts. */
  readonly items?: readonly Cell[];
  /** Of a loader: what one pass gives each time. */
  readonly batch?: Cell;
}

export const emptyCell = (dtype?: Dtype, items?: readonly Cell[]): Cell => ({
  makers: new Map(),
  gradient: false,
  dtype,
  ...(items === undefined ? {} : { items }),
});

/** Adds what had a part in `source`, its parts included. */
export const absorb = (target: Cell, source: Cell): void => {
  for (const [run, accuracy] of source.makers) target.makers.set(run, accuracy);
  target.gradient ||= source.gradient;
  for (const item of source.items ?? []) absorb(target, item);
};

export const union = (cells: readonly Cell[], dtype?: Dtype): Cell => {
  const cell = emptyCell(dtype);
  for (const source of cells) absorb(cell, source);
  return cell;
};

/** A step of an optimizer writes gradients into what it holds. */
export const markGradient = (cell: Cell): void => {
  cell.gradient = true;
  cell.items?.forEach(markGradient);
};
