/** Calls that are wrong on purpose, each in one way only, so that the kind of the error is certain. */
import { broadcast, type Shape, volume } from '../../arbitraries/shape.ts';
import type { Dtype, ErrorKind, Literal } from '../../case.ts';
import type { Page } from '../../page.ts';
import { pages } from '../../pages.gen.ts';
import type { Mistake } from '../program.ts';
import { append, isTensor } from './call.ts';
import type { Draft } from './draft.ts';
import { takenBy } from './dtypes.ts';
import { byPage } from './operands.ts';
import { recipes } from './recipes/index.ts';
import { vocabulary } from './vocabulary.ts';

/** Adds a call that raises; undefined if the draft has nothing to do it with. */
type Blunder = (draft: Draft) => ErrorKind | undefined;

const words = vocabulary();
const optionKind = (page: Page, name: string): string =>
  String((page.options[name] as { $ref?: string } | undefined)?.$ref ?? '').replace(/.*\//, '');

/** Ops of one tensor whose `dim` can lie outside. */
const alongAxes = words.filter(
  ({ page, op }) =>
    op === page.name &&
    page.errors.includes('index_out_of_range') &&
    ['dim', 'dims'].includes(optionKind(page, 'dim')) &&
    page.operands.length === 1 &&
    page.operands[0]!.type === 'tensor',
);
/** Elementwise ops of two tensors, in place or not. */
const pairs = words.filter(
  ({ page }) =>
    page.errors.includes('shape_mismatch') &&
    (page.feature === 'arithmetic' || page.feature === 'comparison') &&
    page.operands.length === 2 &&
    page.operands.every(({ type }) => type.startsWith('tensor')),
);
/** Ops of several tensors that promote nothing. */
const unpromoting = words.filter(
  ({ page, op }) =>
    op === page.name &&
    page.dtype === 'same' &&
    page.errors.includes('dtype_mismatch') &&
    page.operands.filter(({ type }) => type === 'tensor').length > 1,
);
const onlyFloats = words.filter(
  ({ page }) => page.dtype === 'floating' && page.errors.includes('unsupported_dtype') && page.operands.length === 1,
);

const outside: Blunder = (draft) => {
  const { dice } = draft;
  const { page } = dice.pick(alongAxes);
  // unsqueeze and the like take one axis more than there are.
  const takes = page.dtype === 'floating' ? 'floats' : takenBy(page);
  const x = draft.tensor({ takes, fresh: true });
  if (x === undefined || volume(x.shape) === 0) return undefined;
  const rank = Math.max(1, x.shape.length);
  const dim = dice.chance(0.5) ? rank + dice.int(1, 2) : -rank - dice.int(2, 3);
  const others = Object.fromEntries((page.required ?? []).filter((name) => name !== 'dim').map((name) => [name, 0]));
  append(draft, page, page.name, { operands: [x], options: { ...others, dim }, shape: [] });
  return 'index_out_of_range';
};

/** A shape of the same rank that differs where neither size is 1. */
const unlike = (draft: Draft, shape: Shape): Shape => {
  const axis = draft.dice.int(0, shape.length - 1);
  return shape.with(axis, shape[axis]! + draft.dice.int(1, 2));
};
const mismatched: Blunder = (draft) => {
  const { dice } = draft;
  const { page, op } = dice.pick(pairs);
  const takes = takenBy(page);
  const writes = op !== page.name;
  const dtype = draft.dtype(writes ? 'floats' : takes);
  if (dtype === undefined) return undefined;
  const shape = Array.from({ length: dice.int(1, 3) }, () => dice.int(2, 3));
  const a = draft.tensor({ dtype, shape, constant: writes, fresh: true });
  const b = a && draft.tensor({ dtype, shape: unlike(draft, a.shape), fresh: true });
  if (a === undefined || b === undefined || broadcast(a.shape, b.shape) !== undefined) return undefined;
  append(draft, page, op, { operands: [a, b], options: {}, shape: [] });
  return 'shape_mismatch';
};

const notFloating: Blunder = (draft) => {
  const { page } = draft.dice.pick(onlyFloats);
  const x = draft.tensor({ takes: 'integers', fresh: true, shape: [draft.dice.int(1, 3)] });
  const call = x && byPage(draft, page, page.name);
  if (x === undefined || call === undefined) return undefined;
  const { dtype, ...options } = call.options;
  const dims = Object.keys(options).filter((name) => name === 'dim' || name === 'axis');
  const fitting = Object.fromEntries(dims.map((name) => [name, 0]));
  append(draft, page, page.name, { operands: [x], options: { ...options, ...fitting }, shape: [] });
  return 'unsupported_dtype';
};

const OTHER: Partial<Record<Dtype, Dtype>> = { float32: 'float64', float64: 'float32' };
const unequal: Blunder = (draft) => {
  const { dice } = draft;
  const { page, op } = dice.pick(unpromoting);
  const call = (recipes[op] ?? byPage)(draft, page, op);
  const tensors = call?.operands.filter(isTensor) ?? [];
  const [first, ...rest] = tensors;
  const wrong = first && OTHER[first.dtype];
  // PyTorch looks at no dtypes where there is nothing to multiply, nor at that of a bias which it adds to a vector.
  if (wrong === undefined || !draft.mood.dtypes.has(wrong) || tensors.some(({ shape }) => volume(shape) === 0))
    return undefined;
  if (op === 'linear' && first!.shape.length < 2) return undefined;
  const alike = rest.filter(({ dtype }) => dtype === first!.dtype);
  // Of a result the dtype is known near enough only.
  if (alike.length === 0 || !(first!.name in draft.inputs)) return undefined;
  const old = dice.pick(alike);
  const at = call!.operands.lastIndexOf(old);
  const domain = page.domain[page.operands[at]!.name];
  const other = draft.input(old.shape, wrong, { constant: true, plain: true, ...(domain && { domain }) });
  append(draft, page, op, { ...call!, operands: call!.operands.with(at, other) });
  return 'dtype_mismatch';
};

const wrongInner: Blunder = (draft) => {
  const { dice } = draft;
  const dtype = draft.dtype('floats');
  if (dtype === undefined) return undefined;
  const [m, k, n] = [dice.int(1, 3), dice.int(1, 3), dice.int(1, 3)];
  const op = dice.pick(['dot', 'mv', 'mm', 'matmul', 'linear']);
  const shapes: Readonly<Record<string, readonly Shape[]>> = {
    dot: [[k], [k + 1]],
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
  const operands = shapes[op]!.map((shape) => draft.tensor({ dtype, shape, fresh: true })!);
  append(draft, pages[op]!, op, { operands, options: {}, shape: [] });
  return 'shape_mismatch';
};

const wrongSize: Blunder = (draft) => {
  const { dice } = draft;
  const x = draft.tensor({ fresh: true });
  if (x === undefined) return undefined;
  const elements = volume(x.shape);
  const [op, option] = dice.pick([
    ['reshape', 'shape'],
    ['view', 'size'],
  ] as const);
  const options: Record<string, Literal> = { [option]: dice.chance(0.5) ? [elements + 1] : [elements + 1, 1] };
  append(draft, pages[op]!, op, { operands: [x], options, shape: [] });
  return 'shape_mismatch';
};

const beyond: Blunder = (draft) => {
  const x = draft.tensor({ minRank: 1, fresh: true });
  if (x === undefined) return undefined;
  const n = x.shape[0]!;
  const index = [draft.dice.chance(0.5) ? n : -n - 1];
  append(draft, pages.getitem!, 'getitem', { operands: [x], options: { index }, shape: [] });
  return 'index_out_of_range';
};

/** What a program with gradients may not do. */
const misuses: readonly ((draft: Draft, leaf: string, constant: string) => ErrorKind)[] = [
  (draft, _, constant) => {
    draft.step('backward', [constant], {});
    return 'no_grad_graph';
  },
  (draft, leaf) => {
    const y = draft.result();
    draft.step('exp', [leaf], {}, y);
    draft.step('backward', [y], {});
    return 'non_scalar_backward';
  },
  (draft, leaf, constant) => {
    draft.step('add_', [leaf, constant], {});
    return 'leaf_inplace';
  },
  (draft, leaf) => {
    const [y, s] = [draft.result(), draft.result()];
    draft.step('exp', [leaf], {}, y);
    draft.step('sum', [y], {}, s);
    draft.step('backward', [s], {});
    draft.step('backward', [s], {});
    return 'graph_freed';
  },
  (draft, leaf) => {
    const [y, s] = [draft.result(), draft.result()];
    draft.step('exp', [leaf], {}, y);
    draft.step('mul_', [y, 2], {});
    draft.step('sum', [y], {}, s);
    draft.step('backward', [s], {});
    return 'saved_tensor_modified';
  },
];

const gradient: Blunder = (draft) => {
  const { dice } = draft;
  const dtype = draft.dtype('floats');
  if (dtype === undefined || !draft.mood.gradients) return undefined;
  const leaf = draft.given([2], dtype, [1, 2]);
  draft.inputs[leaf.name] = { ...draft.inputs[leaf.name]!, requires_grad: true };
  const constant = draft.given([2], dtype, [3, 4]);
  return dice.pick(misuses)(draft, leaf.name, constant.name);
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

/** Ends the program with a call that raises, and says what. */
export const blunder = (draft: Draft): Mistake | undefined => {
  const kind = draft.dice.pick(blunders)(draft);
  return kind && { kind, op: draft.steps.length - 1 };
};
