import type { Call } from './call.ts';
import type { Draft } from './draft.ts';
import { byPage } from './operands.ts';
import { recipes } from './recipes/index.ts';
import type { Word } from './vocabulary.ts';

/** Operands and options of one op, by its recipe or else by its page; undefined if the draft has nothing for it. */
export const drawCall = (draft: Draft, { page, op }: Word): Call | undefined => {
  const call = (recipes[page.name] ?? byPage)(draft, page, op);
  return call !== undefined && isWhole(call) ? call : undefined;
};

/** No operand is missing because only results have its dtype, not inputs. */
const isWhole = ({ operands }: Call): boolean => !operands.flat().includes(undefined as never);
