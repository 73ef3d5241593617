/** The shape of an op's result. Near enough: where it is wrong, the next op may raise, on both sides alike. */
import type { Shape } from '../../../arbitraries/shape.ts';
import type { Page } from '../../../pages/page.ts';
import { activations } from './activations.ts';
import { contractions } from './contractions.ts';
import { creation } from './creation.ts';
import { general } from './general.ts';
import { indexing } from './indexing.ts';
import { linalg } from './linalg.ts';
import { linearAlgebra } from './linear-algebra.ts';
import { losses } from './losses.ts';
import { rearranging } from './rearranging.ts';
import type { Options, Rule } from './rule.ts';

/** The rules of the ops whose pages say `shape: custom`. */
export const custom: Readonly<Record<string, Rule>> = {
  ...activations,
  ...contractions,
  ...creation,
  ...linalg,
  ...indexing,
  ...linearAlgebra,
  ...losses,
  ...rearranging,
};

/** Here an empty list of axes takes none away (all.C4). */
const truths: ReadonlySet<string> = new Set(['all', 'any']);
const isNone = ({ dim }: Options): boolean => Array.isArray(dim) && dim.length === 0;

/** The shape of an op's (first) result; undefined where there is none, or where the operands' shapes do not tell. */
export const shapeOf = (page: Page, operands: readonly Shape[], options: Options): Shape | undefined => {
  if (page.shape === undefined) return undefined;
  const rule = page.shape === 'custom' ? custom[page.name]! : general[page.shape];
  const own = Object.entries(options).map(
    ([name, value]) => [String(page.options[name]?.alias ?? name), value] as const,
  );
  const given = Object.fromEntries(own);
  if (truths.has(page.name) && isNone(given)) return operands[0];
  return rule(operands, given);
};
