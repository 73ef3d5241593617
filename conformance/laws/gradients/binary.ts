import fc from 'fast-check';
import { broadcast, broadcastable, type Shape, volume } from '../../arbitraries/shape.ts';
import {
  arithmetic,
  besideNumber,
  both,
  chooses,
  differentiable,
  not,
  numberOnEitherSide,
} from '../../pages/families.ts';
import { pages } from '../../pages/pages.gen.ts';
import type { Literal, TensorValue } from '../../values/case.ts';
import { floatLiteral } from '../../values/decimal.ts';
import { decode, flatten } from '../../values/element.ts';
import { every } from '../family.ts';
import type { Law } from '../law.ts';
import { againstDifferences } from './differences.ts';
import { given, operand, optionsOf, some } from './operands.ts';
import type { Precision } from './precision.ts';
import { one, type Program } from './program.ts';

const ops = every(both(arithmetic, differentiable, not(chooses)));

/** Where tensors stand: beside each other, or one of them beside a number. */
const placesOf = (op: string): readonly ('both' | 'left' | 'right')[] => {
  if (!besideNumber(pages[op]!)) return ['both'];
  return numberOnEitherSide(pages[op]!) ? ['both', 'left', 'right'] : ['both', 'left'];
};

/** Two tensors that broadcast, or one beside a number, on either side. */
export const binary: Law = againstDifferences(
  {
    id: 'gradients/binary',
    title: 'the gradients of an arithmetic op are its numeric derivatives, operand by operand',
    clauses: ['add.C5', 'sub.C5', 'mul.C5', 'div.C6', 'pow.C6', 'broadcasting.C7'],
    families: [ops],
  },
  (precision) =>
    fc.tuple(ops.any, pairs).chain(([op, [a, b, out]]) =>
      fc
        .record({
          a: operand(precision, op, 0, a),
          b: operand(precision, op, 1, b),
          tensors: fc.constantFrom(...placesOf(op)),
          with: allOptionsOf(op),
        })
        .map(({ a, b, tensors, with: options }): Program => {
          if (tensors === 'left')
            return one({ op, inputs: { a }, in: ['a', number(b)], with: options, shape: a.shape });
          if (tensors === 'right')
            return one({ op, inputs: { b }, in: [number(a), 'b'], with: options, shape: b.shape });
          return one({ op, inputs: { a, b }, with: options, shape: out });
        })
        .filter((program) => smooth(program, precision)),
    ),
);

const pairs: fc.Arbitrary<readonly [Shape, Shape, Shape]> = broadcastable(2, { maxRank: 3, maxSize: 2, filled: true })
  .map(([a = [], b = []]) => [a, b, broadcast(a, b)!] as const)
  .filter(([a, b]) => volume(a) <= 4 && volume(b) <= 4);

/** What pages give no examples of: any number, or one of a few words. */
const values: Readonly<Record<string, fc.Arbitrary<Literal>>> = {
  alpha: fc.constantFrom(2, 0.5, -3),
  rounding_mode: fc.constantFrom('trunc', 'floor'),
};

const allOptionsOf = (op: string): fc.Arbitrary<Record<string, Literal>> => {
  const own = Object.entries(values).filter(([name]) => name in pages[op]!.options);
  const some_ = fc.record(Object.fromEntries(own.map(([name, value]) => [name, some(value)]))).map(given<Literal>);
  return fc.tuple(some_, optionsOf(op)).map(([first, second]) => ({ ...first, ...second }));
};

const numbersOf = (t: TensorValue): number[] => flatten(t.data).map((e) => Number(decode(e, t.dtype)));
/** The first element as a number of the host. */
const number = (t: TensorValue): Literal => floatLiteral(numbersOf(t)[0]!);

/** Rounded quotients have steps: no evaluation may cross one. */
function smooth({ steps, inputs }: Program, { step }: Precision): boolean {
  if (steps[0]!.with?.rounding_mode === undefined) return true;
  const [a, b] = steps[0]!.in!.map((x) =>
    typeof x === 'string' ? numbersOf(inputs[x]!) : [typeof x === 'number' ? x : (x as { float: number }).float],
  );
  return a!.every((p) =>
    b!.every((q) => {
      const moved = step / q + (Math.abs(p) * step) / (q * (q - step));
      return Math.abs(p / q - Math.round(p / q)) > moved;
    }),
  );
}
