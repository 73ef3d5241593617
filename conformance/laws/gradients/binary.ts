import fc from 'fast-check';
import { broadcast, broadcastable, type Shape, volume } from '../../arbitraries/shape.ts';
import type { Literal, TensorValue } from '../../values/case.ts';
import { floatLiteral } from '../../values/decimal.ts';
import { decode, flatten } from '../../values/element.ts';
import type { Law } from '../law.ts';
import { againstDifferences } from './differences.ts';
import { given, operand, some } from './operands.ts';
import type { Precision } from './precision.ts';
import { one, type Program } from './program.ts';

const operands = { add: 'other', sub: 'other', mul: 'other', div: 'other', pow: 'exponent' } as const;
type Op = keyof typeof operands;

/** Two tensors that broadcast, or one beside a number, on either side. */
export const binary: Law = againstDifferences(
  {
    id: 'gradients/binary',
    title: 'the gradients of an arithmetic op are its numeric derivatives, operand by operand',
    clauses: ['add.C5', 'sub.C5', 'mul.C5', 'div.C6', 'pow.C6', 'broadcasting.C7'],
  },
  (precision) =>
    fc
      .tuple(fc.constantFrom(...(Object.keys(operands) as Op[])), pairs, fc.constantFrom('both', 'left', 'right'))
      .chain(([op, [a, b, out], tensors]) =>
        fc
          .record({
            a: operand(precision, op, 'input', a),
            b: operand(precision, op, operands[op], b),
            with: optionsOf(op),
          })
          .map(({ a, b, with: options }): Program => {
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

const optionsOf = (op: Op): fc.Arbitrary<Record<string, Literal>> => {
  if (op === 'add' || op === 'sub') return fc.record({ alpha: some(fc.constantFrom(2, 0.5, -3)) }).map(given<Literal>);
  if (op === 'div') return fc.record({ rounding_mode: some(fc.constantFrom('trunc', 'floor')) }).map(given<Literal>);
  return fc.constant({});
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
