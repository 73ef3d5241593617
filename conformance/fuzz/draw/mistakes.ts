/** Calls that are wrong on purpose, each in one way only, so that the kind of the error is certain. */
import { broadcast, type Shape, volume } from '../../arbitraries/shape.ts';
import { definitionOf } from '../../pages/options.ts';
import type { Blunder } from './blunder.ts';
import { append } from './call.ts';
import type { Draft } from './draft.ts';
import { takenBy } from './dtypes.ts';
import { gradient } from './gradient-mistakes.ts';
import { byPage } from './operands.ts';
import type { Mistake } from './program.ts';
import { unequal } from './unequal-dtypes.ts';
import type { Word } from './vocabulary.ts';

/** Whether it is an op of one tensor whose `dim` can lie outside. */
const isAlongAxes = ({ page, op }: Word): boolean =>
  op === page.name &&
  page.errors.includes('index_out_of_range') &&
  !page.errors.includes('shape_mismatch') &&
  ['dim', 'dims', 'dimOrNone', 'dimsOrNone', 'newDim'].includes(definitionOf(page, 'dim') ?? '') &&
  page.operands.length === 1 &&
  page.operands[0]!.type === 'tensor';
/** Whether it is an elementwise op of two tensors, in place or not. */
const isPair = ({ page }: Word): boolean =>
  page.errors.includes('shape_mismatch') &&
  page.shape === 'broadcast' &&
  page.operands.length === 2 &&
  page.operands.every(({ type }) => type.startsWith('tensor'));
const isOnlyFloats = ({ page }: Word): boolean =>
  page.dtype === 'floating' &&
  page.errors.includes('unsupported_dtype') &&
  !page.errors.includes('shape_mismatch') &&
  page.operands.length === 1;
/** Whether it gives the elements of a tensor another shape, which it is told. */
const isRegrouping = ({ page }: Word): boolean => page.shape === 'size' && page.operands.length === 1;

const outside: Blunder = (draft, words) => {
  const { dice } = draft;
  const page = dice.some(words.filter(isAlongAxes))?.page;
  if (page === undefined) return undefined;
  // unsqueeze and the like take one axis more than there are.
  const takes = takenBy(page, page.operands[0]!.name);
  const x = draft.tensor({ takes, fresh: true });
  if (x === undefined || volume(x.shape) === 0) return undefined;
  const rank = Math.max(1, x.shape.length);
  const dim = dice.chance(0.5) ? rank + dice.int(1, 2) : -rank - dice.int(2, 3);
  const others = Object.fromEntries(
    (page.required ?? [])
      .filter((name) => name !== 'dim')
      .map((name) => [name, definitionOf(page, name) === 'size' ? [-1] : 0]),
  );
  append(draft, page, page.name, { operands: [x], options: { ...others, dim }, shape: [] });
  return 'index_out_of_range';
};

/** A shape of the same rank that differs where neither size is 1. */
const unlike = (draft: Draft, shape: Shape): Shape => {
  const axis = draft.dice.int(0, shape.length - 1);
  return shape.with(axis, shape[axis]! + draft.dice.int(1, 2));
};
const mismatched: Blunder = (draft, words) => {
  const { dice } = draft;
  const word = dice.some(words.filter(isPair));
  if (word === undefined) return undefined;
  const { page, op } = word;
  const takes = takenBy(page, page.operands[0]!.name);
  const writes = op !== page.name;
  const dtype = draft.dtype(writes ? 'floating' : takes);
  if (dtype === undefined) return undefined;
  const shape = Array.from({ length: dice.int(1, 3) }, () => dice.int(2, 3));
  const a = draft.tensor({ dtype, shape, constant: writes, fresh: true });
  const b = a && draft.tensor({ dtype, shape: unlike(draft, a.shape), fresh: true });
  if (a === undefined || b === undefined || broadcast(a.shape, b.shape) !== undefined) return undefined;
  append(draft, page, op, { operands: [a, b], options: {}, shape: [] });
  return 'shape_mismatch';
};

const notFloating: Blunder = (draft, words) => {
  const page = draft.dice.some(words.filter(isOnlyFloats))?.page;
  if (page === undefined) return undefined;
  const x = draft.tensor({ takes: 'integer', fresh: true, shape: [draft.dice.int(1, 3)] });
  const call = x && byPage(draft, page, page.name);
  if (x === undefined || call === undefined) return undefined;
  const { dtype, ...options } = call.options;
  const dims = Object.keys(options).filter((name) => name === 'dim' || name === 'axis');
  const fitting = Object.fromEntries(dims.map((name) => [name, 0]));
  append(draft, page, page.name, { operands: [x], options: { ...options, ...fitting }, shape: [] });
  return 'unsupported_dtype';
};

const wrongInner: Blunder = (draft, words) => {
  const { dice } = draft;
  const dtype = draft.dtype('floating');
  if (dtype === undefined) return undefined;
  const [m, k, n] = [dice.int(1, 3), dice.int(1, 3), dice.int(1, 3)];
  const shapes: Readonly<Record<string, readonly Shape[]>> = {
    dot: [[k], [k + 1]],
    vdot: [[k], [k + 1]],
    bmm: [
      [n, m, k],
      [n, k + 1, m],
    ],
    mv: [[m, k], [k + 1]],
    mm: [
      [m, k],
      [k + 1, n],
    ],
    matmul: [
      [m, k],
      [k + 1, n],
    ],
    linear: [
      [m, k],
      [n, k + 1],
    ],
  };
  const word = dice.some(words.filter(({ op }) => op in shapes));
  if (word === undefined) return undefined;
  const operands = shapes[word.op]!.map((shape) => draft.tensor({ dtype, shape, fresh: true })!);
  append(draft, word.page, word.op, { operands, options: {}, shape: [] });
  return 'shape_mismatch';
};

const wrongSize: Blunder = (draft, words) => {
  const { dice } = draft;
  const page = dice.some(words.filter(isRegrouping))?.page;
  const x = draft.tensor({ fresh: true });
  if (page === undefined || x === undefined) return undefined;
  const elements = volume(x.shape);
  const option = Object.keys(page.options).find((name) => definitionOf(page, name) === 'size')!;
  const options = { [option]: dice.chance(0.5) ? [elements + 1] : [elements + 1, 1] };
  append(draft, page, page.name, { operands: [x], options, shape: [] });
  return 'shape_mismatch';
};

const beyond: Blunder = (draft, words) => {
  const word = words.find(({ op }) => op === 'getitem');
  const x = draft.tensor({ minRank: 1, fresh: true });
  if (word === undefined || x === undefined) return undefined;
  const n = x.shape[0]!;
  const index = [draft.dice.chance(0.5) ? n : -n - 1];
  append(draft, word.page, word.op, { operands: [x], options: { index }, shape: [] });
  return 'index_out_of_range';
};

const blunders: readonly Blunder[] = [
  outside,
  mismatched,
  notFloating,
  unequal,
  wrongInner,
  wrongSize,
  beyond,
  gradient,
];

/** Ends the program with a call that raises, of one of the words, and says what. */
export const blunder = (draft: Draft, words: readonly Word[]): Mistake | undefined => {
  const kind = draft.dice.pick(blunders)(draft, words);
  return kind && { kind, op: draft.steps.length - 1 };
};
