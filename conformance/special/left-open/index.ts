/** What is not asked, and why: where PyTorch contradicts itself, where a page leaves a choice, where an op refuses. */
import { ACTIVATIONS } from './activations.ts';
import { ALONG } from './along.ts';
import { ELEMENTARY } from './elementary.ts';
import { ELEMENTWISE } from './elementwise.ts';
import type { Open, Question } from './question.ts';

export { raisesOnNothing } from './along.ts';
export type { Part, Question, Row } from './question.ts';

export const LEFT_OPEN: readonly Open[] = [...ACTIVATIONS, ...ELEMENTWISE, ...ELEMENTARY, ...ALONG];

/** Whether one of these says that a question is left open. */
export const isOpen = ({ op, dtype, part, row, classes }: Question, all: readonly Open[] = LEFT_OPEN): boolean =>
  all.some(
    (open) =>
      open.ops.includes(op) &&
      (open.part ?? part) === part &&
      (open.rows === undefined || (row !== undefined && open.rows.includes(row))) &&
      (open.dtypes ?? [dtype]).includes(dtype) &&
      open.holds(...classes),
  );
