/** What the pages say that kinds of faults go by. */
import type { Page } from '../../pages/page.ts';
import type { Called, Given } from '../calls/called.ts';

/** The faults of one kind that an op may have, by its page: some of them may then lie in the way of no call that there is. */
export type FaultsOf<F> = (page: Page, op: string) => readonly F[];

/** The operands that are tensors, or may be. */
export const tensorOperands = ({ operands }: Page): readonly string[] =>
  operands.filter(({ type }) => type.startsWith('tensor') || type === 'any').map(({ name }) => name);

export const givesTensor = ({ results }: Page): boolean =>
  results.some(({ type }) => type === 'tensor' || type === 'any');

export const writesTo = (page: Page, op: string): boolean => page.mutates === true || page.inplace === op;

/** It gives or writes a tensor, whose elements may be wrong. */
export const hasElements = (page: Page, op: string): boolean => givesTensor(page) || writesTo(page, op);

/** It gives numbers that were computed, and so in some number of digits. */
export const computes = (page: Page): boolean => page.accuracy !== 'exact';

export const firstGiven = (called: Called, name: string): Given | undefined =>
  called.given.find((given) => given.name === name);

export const rankOf = ({ memory }: Given): number => memory.shape.length;

export const dtypesOf = (called: Called): readonly string[] => called.given.map(({ memory }) => memory.dtype);
