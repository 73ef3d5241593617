/** Results that equal an operand, element by element: they are copies all the same, and a write to either side leaves the other as it was. */
import { givesPlaces, goesAlong } from '../pages/families.ts';
import type { Page } from '../pages/page.ts';
import { pageOf } from '../pages/page-of.ts';
import type { Dtype, Element } from '../values/case.ts';
import { type Call, givenTo, type Options, type Shape, type Tensor } from './call.ts';
import { called } from './modules/called.ts';
import { Program } from './program.ts';
import { type Rung, stemOf } from './rung.ts';

/** What the operands hold, in their order, so that the result is one of them. */
interface Idle {
  readonly operands: readonly (readonly Element[])[];
  readonly options?: Options;
  /** Which operand the result equals, if not the first. */
  readonly like?: number;
}

const SOME = [0.5, 1.5, 2, 3];
const [ZEROS, ONES] = [[0], [1]];
const [TRUE, FALSE, EITHER] = [[true], [false], [true, false, false]];

/** Numbers that an op leaves as they are, beside those of its other operands. */
const ELEMENTWISE: Readonly<Record<string, readonly Idle[]>> = {
  abs: [{ operands: [SOME] }],
  relu: [{ operands: [SOME] }],
  prelu: [{ operands: [SOME, [0.25]] }],
  leaky_relu: [{ operands: [SOME] }],
  relu6: [{ operands: [SOME] }],
  hardshrink: [{ operands: [[1.5, 2, 3, -1.5]] }],
  sign: [{ operands: [[1, -1, 0]] }],
  sqrt: [{ operands: [[1, 0]] }],
  clone: [{ operands: [SOME] }],
  zeros_like: [{ operands: [ZEROS] }],
  ones_like: [{ operands: [ONES] }],
  add: [{ operands: [SOME, ZEROS] }, { operands: [ZEROS, SOME], like: 1 }],
  sub: [{ operands: [SOME, ZEROS] }],
  mul: [{ operands: [SOME, ONES] }, { operands: [ONES, SOME], like: 1 }],
  div: [{ operands: [SOME, ONES] }],
  pow: [{ operands: [SOME, ONES] }],
  maximum: [{ operands: [SOME, ZEROS] }, { operands: [ZEROS, SOME], like: 1 }],
  minimum: [{ operands: [SOME, [4]] }, { operands: [[4], SOME], like: 1 }],
  where: [
    { operands: [TRUE, SOME, ZEROS], like: 1 },
    { operands: [FALSE, ZEROS, SOME], like: 2 },
  ],
  eq: [{ operands: [EITHER, TRUE] }],
  ne: [{ operands: [EITHER, FALSE] }],
  ge: [{ operands: [EITHER, TRUE] }],
  gt: [{ operands: [EITHER, FALSE] }],
  le: [{ operands: [TRUE, TRUE] }],
  lt: [{ operands: [FALSE, FALSE] }],
};
/** Element by element without a reduction. */
const LOSSES: Readonly<Record<string, Idle>> = {
  l1_loss: { operands: [SOME, ZEROS] },
  mse_loss: { operands: [ONES, ZEROS] },
  smooth_l1_loss: { operands: [ZEROS, ZEROS] },
  binary_cross_entropy: { operands: [ZEROS, ZEROS] },
  binary_cross_entropy_with_logits: { operands: [[100], ZEROS] },
  huber_loss: { operands: [ZEROS, ZEROS] },
  kl_div: { operands: [ZEROS, ZEROS] },
};
/** Along an axis of one element: what it has to be, if the op does not leave it as it is whatever it is. */
const ALONG: Readonly<Record<string, readonly number[]>> = {
  softmax: ONES,
  softmin: ONES,
  log_softmax: ZEROS,
  std: ZEROS,
  var: ZEROS,
};

/** A call, and which of its operands the result equals. */
interface Same {
  readonly call: Call;
  readonly like: number;
}

const dtypeOf = ([first]: readonly Element[]): Dtype => (typeof first === 'boolean' ? 'bool' : 'float32');

const tensor = (shape: Shape, repeats: readonly Element[], dtype = dtypeOf(repeats)): Tensor => ({
  dtype,
  shape,
  repeats,
});

const callOn = (page: Page, operands: readonly Tensor[], options: Options = {}): Call => ({
  op: page.name,
  operands: operands.map((one, k) => ({ name: page.operands[k]!.name, tensor: one })),
  ...(Object.keys(options).length > 0 && { options }),
});

const elementwise = (page: Page): readonly Same[] =>
  (ELEMENTWISE[page.name] ?? []).map(({ operands, options, like = 0 }) => {
    // One slope is enough for all.
    const shapeOf = (k: number): Shape => (page.name === 'prelu' && k > 0 ? [1] : [2, 3]);
    const of = operands.map((repeats, k) => tensor(shapeOf(k), repeats));
    return { call: callOn(page, of, options), like };
  });

const losses = (page: Page): readonly Same[] => {
  const idle = LOSSES[page.name];
  if (idle === undefined) return [];
  const of = idle.operands.map((repeats) => tensor([2, 3], repeats));
  return [{ call: callOn(page, of, { reduction: 'none' }), like: 0 }];
};

const along = (page: Page): readonly Same[] => {
  if (!goesAlong(page)) return [];
  const elements = page.dtype === 'truth' ? EITHER : (ALONG[page.name] ?? SOME);
  const of = givesPlaces(page) ? tensor([3, 1], ZEROS, 'int64') : tensor([3, 1], elements);
  const options = {
    dim: 1,
    ...('keepdim' in page.options && { keepdim: true }),
    ...('correction' in page.options && { correction: 0 }),
  };
  const results = page.results.filter((result) => result.with === undefined || result.with === 'dim').length;
  return [{ call: { ...callOn(page, [of], options), results }, like: 0 }];
};

const X = tensor([2, 2], SOME);
const IDENTITY = tensor([2, 2], [1, 0, 0, 1]);

/** Ops of no family. */
const OWN: Readonly<Record<string, (page: Page) => readonly Same[]>> = {
  mm: (page) => [
    { call: callOn(page, [X, IDENTITY]), like: 0 },
    { call: callOn(page, [IDENTITY, X]), like: 1 },
  ],
  matmul: (page) => [
    { call: callOn(page, [X, IDENTITY]), like: 0 },
    { call: callOn(page, [IDENTITY, X]), like: 1 },
  ],
  linear: (page) => [{ call: callOn(page, [X, IDENTITY]), like: 0 }],
  conv2d: (page) => [
    { call: callOn(page, [tensor([1, 1, 2, 3], SOME), tensor([1, 1, 1, 1], ONES), tensor([1], ZEROS)]), like: 0 },
  ],
  cat: (page) => [{ call: { op: page.name, operands: [{ each: [{ name: 'tensors0_', tensor: X }] }] }, like: 0 }],
  getitem: (page) => [
    {
      call: {
        ...callOn(page, [tensor([3, 2], SOME)], { index: [{ ref: 'places' }] }),
        beside: [{ name: 'places', tensor: { dtype: 'int64', shape: [3], repeats: [0, 1, 2] } }],
      },
      like: 0,
    },
    {
      call: {
        ...callOn(page, [tensor([3], SOME)], { index: [{ ref: 'mask' }] }),
        beside: [{ name: 'mask', tensor: tensor([3], TRUE) }],
      },
      like: 0,
    },
  ],
};

/** What is written, so that something changes. */
const other = ([first]: readonly Element[]): Element => (typeof first === 'boolean' ? !first : 9);

/** Each call, and a write to its operand; the same call, and a write to its result. */
const written = (all: readonly Same[]): Program => {
  const program = new Program({ apart: true });
  for (const [k, { call, like }] of all.entries()) {
    const { name, tensor: of } = givenTo(call)[like]!;
    const value = other(of.repeats);
    const [first, second] = [`_${k || ''}a`, `_${k || ''}b`];
    const { results } = program.call(call, first);
    program.step('fill_', [`${name}${first}`, value]);
    program.observe(call, results.slice(0, 1));
    const [result] = program.call(call, second).results;
    program.step('fill_', [result!, value]);
    program.observe(call, [`${name}${second}`]);
  }
  return program;
};

/** An op that could give its operand back, and must not. */
export const unchangedOf = (page: Page): readonly Rung[] => {
  const own = pageOf(page.functional ?? page.name)!.page;
  const all = [...elementwise(own), ...losses(own), ...along(own), ...(OWN[own.name]?.(own) ?? [])];
  if (all.length === 0) return [];
  const calls = page === own ? all : all.map(({ call, like }) => ({ call: called(page, call), like }));
  return [
    {
      id: `${stemOf(page.name)}-own-memory`,
      title: `\`${page.name}\` gives memory of its own where its result equals an operand`,
      rules: ['views.C2'],
      draft: written(calls),
    },
  ];
};
