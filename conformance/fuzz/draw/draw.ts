/** Draws one program: a mood, some ops, perhaps gradients, perhaps a mistake at the end. */
import type { Dtype, Step } from '../../values/case.ts';
import { append } from './call.ts';
import type { Dice } from './dice.ts';
import { Draft } from './draft.ts';
import { drawCall } from './draw-call.ts';
import { differentiate } from './gradients.ts';
import { blunder } from './mistakes.ts';
import type { Program } from './program.ts';
import type { Word } from './vocabulary.ts';
import { detour } from './without-derivative.ts';

export interface DrawOptions {
  readonly words: readonly Word[];
  readonly dtypes: ReadonlySet<Dtype>;
  /** Whether something stands for int64 where a tensor says where. Default: whether there is int64. */
  readonly places?: boolean;
  /** Options that are not drawn, as `op.option`. */
  readonly without?: ReadonlySet<string>;
  /** Whether programs ask for gradients. Default: true. */
  readonly gradients?: boolean;
  /** The most ops, those of the backward pass not counted. */
  readonly most?: number;
}

/** The share of programs that end in a mistake, that ask for gradients, that hold special values. */
const MISTAKES = 0.15;
const GRADIENTS = 0.45;
const SPECIAL = 0.7;
/** The share of programs with gradients that lead through what has no derivative. */
const DETOURS = 0.3;

const NOTHING: ReadonlySet<string> = new Set();

export const drawProgram = (
  dice: Dice,
  { words, dtypes, places = dtypes.has('int64'), without = NOTHING, gradients: may = true, most = 12 }: DrawOptions,
): Program => {
  const gradients = dice.chance(GRADIENTS) && may;
  const draft = new Draft(dice, {
    dtypes,
    places,
    without,
    gradients,
    special: dice.chance(gradients ? SPECIAL / 2 : SPECIAL),
  });
  const count = dice.weighted([3, dice.int(1, 3)], [2, dice.int(4, 7)], [1, dice.int(8, most)]);
  let left = Math.min(count, most);
  const leads = gradients && most > 2 && dice.chance(DETOURS);
  if (leads) left = Math.max(1, left - 2);
  while (left > 0) {
    if (left > 1 && dice.chance(0.06)) left -= withoutRecording(draft, words, Math.min(left, dice.int(1, 2)));
    else left -= drawOp(draft, words);
  }
  const mistake = dice.chance(MISTAKES) ? blunder(draft, words) : undefined;
  if (mistake === undefined && gradients) {
    if (leads) detour(draft, words);
    differentiate(draft);
  }
  return finished(draft, mistake);
};

const finished = ({ inputs, steps, observed, unobserved }: Draft, mistake: Program['mistake']): Program => ({
  inputs,
  ops: steps,
  observe:
    mistake === undefined ? [...Object.keys(inputs).filter((name) => !unobserved.has(name)), ...observed] : observed,
  ...(mistake !== undefined && { mistake }),
});

const weights = new WeakMap<readonly Word[], readonly (readonly [number, Word])[]>();
const weighted = (words: readonly Word[]): readonly (readonly [number, Word])[] => {
  const known = weights.get(words) ?? words.map((word) => [word.weight, word] as const);
  weights.set(words, known);
  return known;
};

/** Adds one op; always counts as one, also where the draft has nothing for what was chosen. */
const drawOp = (draft: Draft, words: readonly Word[]): number => {
  const word = draft.dice.weighted(...weighted(words));
  const call = drawCall(draft, word);
  if (call !== undefined) append(draft, word.page, word.op, call);
  return 1;
};

const withoutRecording = (draft: Draft, words: readonly Word[], count: number): number => {
  const body: Step[] = [];
  draft.body = body;
  draft.recording = false;
  for (let i = 0; i < count; i++) drawOp(draft, words);
  draft.body = draft.steps;
  draft.recording = true;
  if (body.length > 0) draft.steps.push({ no_grad: body });
  return count;
};
