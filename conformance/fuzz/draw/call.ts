import type { Shape } from '../../arbitraries/shape.ts';
import type { Page } from '../../pages/page.ts';
import { resultsGiven } from '../../pages/results.ts';
import type { Dtype, Literal } from '../../values/case.ts';
import { isFloat } from '../../values/dtypes.ts';
import type { Draft } from './draft.ts';
import { dtypeOf } from './dtypes.ts';
import type { Known } from './known.ts';
import { shapeOf } from './shapes/index.ts';
import type { Options } from './shapes/rule.ts';

/** What stands in `in`: a tensor, a list of tensors, or a literal; null for one that is left out. */
export type Operand = Known | readonly Known[] | Literal;

/** A call that is about to become a step. */
export interface Call {
  readonly operands: readonly Operand[];
  readonly options: Options;
  /** The shape of the result, where no rule gives it. */
  readonly shape?: Shape | undefined;
  readonly dtype?: Dtype;
}

/** Draws operands and options of one op; undefined if this draft has nothing for it. */
export type Recipe = (draft: Draft, page: Page, op: string) => Call | undefined;

export const isTensor = (operand: Operand): operand is Known =>
  typeof operand === 'object' && operand !== null && 'base' in operand;
const isList = (operand: Operand): operand is readonly Known[] =>
  Array.isArray(operand) && operand.length > 0 && operand.every(isTensor);

const literalOf = (operand: Operand): Literal => {
  if (isTensor(operand)) return operand.name;
  return isList(operand) ? operand.map(({ name }) => name) : (operand as Literal);
};

/** Trailing operands that are left out are not written. */
const trimmed = (operands: readonly Literal[]): readonly Literal[] => {
  const last = operands.findLastIndex((operand) => operand !== null);
  return operands.slice(0, last + 1);
};

const hostTypes: ReadonlySet<string> = new Set(['int', 'float', 'bool', 'ints', 'size', 'text', 'scalar', 'host']);

/** Whether a result may be looked at. */
const bindsTensor = (page: Page): boolean => page.results[0]?.type === 'tensor' || page.results[0]?.type === 'any';

/** Several indices of what they give may be one element. */
const STRETCHES: ReadonlySet<string> = new Set(['expand', 'broadcast_to']);

/** Adds a call to the program, and what it gives to what is known. */
export const append = (draft: Draft, page: Page, op: string, call: Call): void => {
  const { operands, options } = call;
  const literals = trimmed(operands.map(literalOf));
  const tensors = operands.flatMap((operand) => (isTensor(operand) ? operand : isList(operand) ? operand : []));
  const writes = page.mutates === true || op !== page.name;
  if (writes) {
    // An integer tensor cannot be part of the graph, and what is written to it is lost there.
    if (draft.recording && tensors[0] !== undefined && !isFloat(tensors[0].dtype) && tensors.some(({ grad }) => grad))
      return;
    draft.step(op, literals, options);
    const [target] = tensors;
    if (target !== undefined && draft.recording && tensors.some(({ grad }) => grad)) markRecorded(draft, target);
    return;
  }
  // What a view of a recorded tensor is, taken while nothing is recorded, is not specified (autograd.C2).
  if (!draft.recording && page.view === true && tensors.some(({ grad }) => grad)) return;
  const first = page.results[0];
  if (first === undefined) {
    draft.step(op, literals, options);
    return;
  }
  if (hostTypes.has(first.type) || first.type === 'sequence') {
    const name = draft.result();
    draft.step(op, literals, options, name);
    draft.observed.push(name);
    return;
  }
  if (!bindsTensor(page)) return;
  const results = resultsGiven(page, Object.keys(options));
  const names = results.map(() => draft.result());
  draft.step(op, literals, options, names.length === 1 ? names[0]! : names);
  draft.observed.push(...names);
  const shape =
    call.shape ??
    shapeOf(
      page,
      tensors.map((one) => one.shape),
      options,
    );
  if (shape === undefined) return;
  const flat = operands.flatMap((operand): (Known | Literal)[] =>
    isList(operand) ? [...operand] : [operand as Known | Literal],
  );
  for (const [i, name] of names.entries()) {
    const dtype = i > 0 ? 'int64' : (call.dtype ?? dtypeOf(page, flat, options));
    const differentiable = page.differentiable.length > 0 && i === 0 && isFloat(dtype);
    const grad = draft.recording && differentiable && tensors.some((one) => one.grad);
    const base = page.view === true && i === 0 ? tensors[0] : undefined;
    const fixed = STRETCHES.has(page.name) || 'reduction' in page.options || base?.fixed === true;
    const silent = !draft.recording || base?.silent === true;
    draft.known.push({ name, shape, dtype, grad, leaf: !grad, fixed, silent, base: base?.base ?? name });
  }
};

/** What is written with a value that requires grad becomes part of the graph, with all that shares its storage. */
const markRecorded = (draft: Draft, target: Known): void => {
  const shared = draft.known.filter(({ base }) => base === target.base);
  for (const one of shared) {
    const at = draft.known.indexOf(one);
    // What a view that was taken while nothing was recorded becomes is not specified (autograd.C2).
    if (one.silent && one !== target) draft.known.splice(at, 1);
    else draft.known[at] = { ...one, grad: true, leaf: false };
  }
};
