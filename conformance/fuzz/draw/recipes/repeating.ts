/** Elements that come several times, and axes that are cut. */
import type { Recipe } from '../call.ts';
import { rearranging } from './rearranging.ts';

/** Copies along axes: `extra` of them in front, or `fewer` than there are. */
const times =
  (option: string, fewer: boolean): Recipe =>
  (draft) => {
    const { dice } = draft;
    const x = draft.tensor({ where: ({ shape }) => shape.length < 4 });
    if (x === undefined) return undefined;
    const least = fewer ? dice.int(0, x.shape.length) : x.shape.length;
    const count = dice.chance(0.3) ? x.shape.length + 1 : least;
    const by = Array.from({ length: count }, () => dice.weighted([5, 1], [4, 2], [1, 0]));
    return { operands: [x], options: { [option]: by } };
  };

const repeatInterleave: Recipe = (draft) => {
  const { dice } = draft;
  const x = draft.tensor({ where: ({ shape }) => shape.length > 0 });
  if (x === undefined) return undefined;
  const whole = x.shape.length === 0 || dice.chance(0.3);
  const dim = draft.axis(x.shape);
  const size = whole ? x.shape.reduce((n, axis) => n * axis, 1) : x.shape.at(dim)!;
  const options = whole ? {} : { dim };
  const shape = (n: number): readonly number[] => (whole ? [n] : x.shape.with(dim, n));
  if (!draft.mood.places || dice.chance(0.5)) {
    const by = dice.int(0, 3);
    return { operands: [x, by], options, shape: shape(size * by) };
  }
  const numbers = Array.from({ length: size }, () => dice.int(0, 2));
  const total = numbers.reduce((sum, n) => sum + n, 0);
  return { operands: [x, draft.places([size], numbers)], options, shape: shape(total) };
};

const unflatten: Recipe = (draft) => {
  const { dice } = draft;
  const x = draft.tensor({ minRank: 1 });
  if (x === undefined) return undefined;
  const dim = draft.axis(x.shape);
  const n = x.shape.at(dim)!;
  const first = dice.pick([1, 2, 3, 4].filter((size) => n % size === 0));
  const sizes = dice.chance(0.3) ? [n] : [first, n / first];
  return { operands: [x], options: { dim, sizes: dice.chance(0.4) ? sizes.with(-1, -1) : sizes } };
};

/** As `expand`, under its other name. */
const broadcastTo: Recipe = (draft, page, op) => rearranging.expand!(draft, page, op);

export const repeating: Readonly<Record<string, Recipe>> = {
  repeat: times('repeats', false),
  tile: times('dims', true),
  repeat_interleave: repeatInterleave,
  unflatten,
  broadcast_to: broadcastTo,
};
