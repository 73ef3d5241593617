/** A recorded call of one op on tensors that nothing else holds, with what its backward pass reads of them. */
import { pages } from '../../pages/pages.gen.ts';
import { resultsGiven } from '../../pages/results.ts';
import { isSaved } from '../../pages/saves.ts';
import type { OpStep } from '../../values/case.ts';
import { append, type Call, isTensor, type Operand } from './call.ts';
import { copies } from './copies.ts';
import type { Draft } from './draft.ts';
import { drawCall } from './draw-call.ts';
import type { Known } from './known.ts';
import { writes } from './step.ts';
import type { Word } from './vocabulary.ts';

/** An operand or result of the call. */
export interface Value {
  /** In the program. */
  readonly name: string;
  /** On the page; the target of an in-place op is its first result, or its first operand if it has none. */
  readonly of: string;
  /** The backward pass reads it, says the page. */
  readonly saved: boolean;
}

export interface Recorded {
  /** What the gradient goes back from. */
  readonly result: Known;
  readonly values: readonly Value[];
}

/** Adds such a call to the program. Undefined if what was drawn records nothing, or if nobody can say what it keeps. */
export const record = (draft: Draft, word: Word): Recorded | undefined => {
  const others = draft.known.splice(0);
  try {
    return recordFresh(draft, word);
  } finally {
    draft.known.unshift(...others);
  }
};

const recordFresh = (draft: Draft, word: Word): Recorded | undefined => {
  const { page, op } = word;
  const inPlace = writes({ op });
  // A leaf cannot be written to: a copy of it can.
  const float = draft.dtype('floating');
  if (inPlace && float !== undefined) {
    const leaf = draft.input(draft.shape(), float, { domain: page.domain[page.operands[0]!.name] ?? {} });
    append(draft, pages.clone!, 'clone', { operands: [leaf], options: {} });
  }
  const call = drawCall(draft, word);
  if (call === undefined || copies(page, call)) return undefined;
  const tensors = call.operands.map(tensorsOf);
  const bases = tensors.flat().map(({ base }) => base);
  if (new Set(bases).size < bases.length) return undefined;
  const before = draft.steps.length;
  append(draft, page, op, call);
  if (draft.steps.length === before) return undefined;
  const values = valuesOf(word, call, draft.steps.at(-1) as OpStep);
  const target = inPlace ? values[0] : values[tensors.flat().length];
  const result = draft.known.find(({ name }) => name === target?.name);
  return result?.grad === true ? { result, values } : undefined;
};

const tensorsOf = (operand: Operand): readonly Known[] =>
  isTensor(operand) ? [operand] : Array.isArray(operand) ? operand.filter(isTensor) : [];

const valuesOf = ({ page, op }: Word, { operands, options }: Call, { out }: OpStep): readonly Value[] => {
  const tensors = operands.map(tensorsOf);
  const names = page.operands.map(({ name }) => name);
  const given = {
    recorded: new Set(names.filter((_, i) => tensors[i]?.some(({ grad }) => grad))),
    tensors: new Set(names.filter((_, i) => (tensors[i]?.length ?? 0) > 0)),
    options: Object.keys(options),
  };
  const value = (of: string, name: string): Value => ({ name, of, saved: isSaved(page, of, given) });
  const taken = tensors.flatMap((some, i) => some.map(({ name }) => value(names[i]!, name)));
  const results = resultsGiven(page, given.options);
  if (!writes({ op })) return [...taken, ...[out].flat().map((name, i) => value(results[i]!.name, name as string))];
  const [target, ...rest] = taken;
  return [value(results[0]?.name ?? target!.of, target!.name), ...rest];
};
