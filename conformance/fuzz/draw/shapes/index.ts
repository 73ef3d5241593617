/** The shape of an op's result. Near enough: where it is wrong, the next op may raise, on both sides alike. */
import { broadcast, type Shape, volume } from '../../arbitraries/shape.ts';
import type { Page } from '../../pages/page.ts';
import type { Literal } from '../../values/case.ts';

export type Options = Readonly<Record<string, Literal>>;
type Rule = (operands: readonly Shape[], options: Options) => Shape | undefined;

const at = (dim: number, rank: number): number => (dim < 0 ? dim + Math.max(rank, 1) : dim);
const option = (options: Options, ...names: string[]): Literal | undefined =>
  names.map((name) => options[name]).find((value) => value !== undefined);

/** The axes that `dim` or `axis` names, from the front; all without it, or with an empty list. */
const axesOf = (options: Options, rank: number): ReadonlySet<number> => {
  const dim = option(options, 'dim', 'axis') as number | readonly number[] | null | undefined;
  const dims = [dim ?? []].flat();
  return new Set(dims.length === 0 ? Array.from({ length: rank }, (_, k) => k) : dims.map((one) => at(one, rank)));
};

const reduced: Rule = ([x = []], options) => {
  const axes = axesOf(options, x.length);
  if (option(options, 'keepdim', 'keepdims') === true) return x.map((n, k) => (axes.has(k) ? 1 : n));
  return x.filter((_, k) => !axes.has(k));
};

const joint: Rule = (shapes) => {
  let out: Shape | undefined = [];
  for (const one of shapes) out = out && broadcast(out, one);
  return out;
};

const matmul: Rule = ([a = [], b = []]) => {
  const rows = a.length > 1 ? [a.at(-2)!] : [];
  const columns = b.length > 1 ? [b.at(-1)!] : [];
  const batch = broadcast(a.slice(0, -2), b.slice(0, -2));
  return batch && [...batch, ...rows, ...columns];
};

/** Fills in the −1 of a size. */
export const filled = (size: readonly number[], elements: number): Shape => {
  const rest = size.reduce((product, n) => (n < 0 ? product : product * n), 1);
  return size.map((n) => (n < 0 ? Math.floor(elements / Math.max(1, rest)) : n));
};
const reshape =
  (name: string): Rule =>
  ([x = []], options) =>
    filled(options[name] as readonly number[], volume(x));

const joined = (shapes: readonly Shape[], options: Options): Shape => {
  // An empty vector may stand beside any rank.
  const first = shapes.find((s) => !(s.length === 1 && s[0] === 0)) ?? shapes[0]!;
  const dim = at((option(options, 'dim', 'axis') as number | undefined) ?? 0, first.length);
  const total = shapes.reduce((sum, s) => sum + (s.length === first.length ? s[dim]! : 0), 0);
  return first.with(dim, total);
};

const pair = (value: Literal | undefined, otherwise: number): readonly [number, number] => {
  const both = value === undefined ? otherwise : (value as number | readonly [number, number]);
  return typeof both === 'number' ? [both, both] : both;
};

const convolved: Rule = ([x = [], w = []], options) => {
  if (options.padding === 'same') return [...x.slice(0, -3), w[0]!, ...x.slice(-2)];
  const [stride, padding, dilation] = [
    pair(options.stride, 1),
    pair(options.padding === 'valid' ? 0 : options.padding, 0),
    pair(options.dilation, 1),
  ] as const;
  const spatial = [0, 1].map((k) => {
    const [n, taps] = [x.at(k - 2)!, w.at(k - 2)!];
    return Math.floor((n + 2 * padding[k]! - dilation[k]! * (taps - 1) - 1) / stride[k]!) + 1;
  });
  return spatial.some((n) => n < 0) ? undefined : [...x.slice(0, -3), w[0]!, ...spatial];
};

const rules: Readonly<Record<string, Rule>> = {
  T: ([x = []]) => x.toReversed(),
  reshape: reshape('shape'),
  view: reshape('size'),
  expand: ([x = []], { size }) => {
    const sizes = size as readonly number[];
    return sizes.map((n, k) => (n === -1 ? x[k - (sizes.length - x.length)]! : n));
  },
  flatten: ([x = []], { start_dim = 0, end_dim = -1 }) => {
    if (x.length === 0) return [1];
    const [from, to] = [at(start_dim as number, x.length), at(end_dim as number, x.length)];
    return [...x.slice(0, from), volume(x.slice(from, to + 1)), ...x.slice(to + 1)];
  },
  permute: ([x = []], { dims }) => (dims as readonly number[]).map((dim) => x[at(dim, x.length)]!),
  transpose: ([x = []], { dim0, dim1 }) => {
    if (x.length === 0) return x;
    const [a, b] = [at(dim0 as number, x.length), at(dim1 as number, x.length)];
    return x.with(a, x[b]!).with(b, x[a]!);
  },
  unsqueeze: ([x = []], { dim }) => x.toSpliced(at(dim as number, x.length + 1), 0, 1),
  squeeze: ([x = []], options) => {
    const dim = option(options, 'dim', 'axis') as number | readonly number[] | undefined;
    const named = dim === undefined ? undefined : [dim].flat().map((one) => at(one, x.length));
    return x.filter((n, k) => n !== 1 || named?.includes(k) === false);
  },
  cat: joined,
  stack: ([x = [], ...more], options) =>
    x.toSpliced(at((option(options, 'dim', 'axis') ?? 0) as number, x.length + 1), 0, more.length + 1),
  dot: () => [],
  mv: ([a = []]) => a.slice(0, 1),
  mm: matmul,
  matmul,
  linear: ([x = [], w = []]) => [...x.slice(0, -1), ...w.slice(0, -1)],
  conv2d: convolved,
  prelu: ([x]) => x,
  where: joint,
  cross_entropy: ([, target], { reduction }) => (reduction === 'none' ? target : []),
  nll_loss: ([, target], { reduction }) => (reduction === 'none' ? target : []),
  arange: (_, { start = 0, end, step = 1 }) => {
    const [from, to, by] = [start, end, step].map(numberOf) as [number, number, number];
    return [Math.max(0, Math.ceil((to - from) / by))];
  },
  tensor: () => undefined,
};

const numberOf = (value: Literal | undefined): number =>
  typeof value === 'object' && value !== null && 'float' in value ? Number(value.float) : Number(value);

/** The shape of an op's (first) result by its own rule, or by the form of its page: a reduction, a loss, elementwise. */
export const shapeOf = (page: Page, operands: readonly Shape[], options: Options): Shape | undefined => {
  const own = rules[page.name];
  if (own !== undefined) return own(operands, options);
  if ('reduction' in page.options) return options.reduction === 'none' ? joint(operands, options) : [];
  if ('keepdim' in page.options) return reduced(operands, options);
  if (Array.isArray(options.size)) return options.size as readonly number[];
  return joint(operands, options);
};
