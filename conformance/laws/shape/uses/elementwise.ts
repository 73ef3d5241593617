import fc from 'fast-check';
import { besideNumber, binary, numberOnEitherSide, unary } from '../../../pages/families.ts';
import { pages } from '../../../pages/pages.gen.ts';
import { every } from '../../family.ts';
import { eitherSide, on, one, type Use, type Uses, withOther } from './use.ts';

const alone = every(unary, { to: 'it does nothing without an option, with which conversions ask for it' });
const beside = every(binary);
const numbers = every(besideNumber);

const written: Use['steps'] = (t, out) => [
  { op: 'clone', in: ['other'], out },
  { op: 'copy_', in: [out, t] },
];
const chosen: Use['steps'] = (t, out) => [
  { op: 'gt', in: [t, 0], out: `${out}_mask` },
  { op: 'where', in: [`${out}_mask`, t, 'other'], out },
];

/** Element by element, alone, with another tensor, with itself or with a number. */
export const elementwise: Uses = {
  families: [alone, beside, numbers],
  draw: (dtype, of) =>
    withOther(dtype, of, (other) => {
      const inputs = { other };
      const number = fc.tuple(numbers.taking(dtype), fc.constantFrom(2, 3));
      return fc.oneof(
        alone.taking(dtype).map((op) => on(op)),
        beside.taking(dtype).map((op) => one(op, (t) => [t, t])),
        number.chain(([op, n]) =>
          numberOnEitherSide(pages[op]!) ? eitherSide(op, n) : fc.constant(one(op, (t) => [t, n])),
        ),
        { weight: 2, arbitrary: beside.taking(dtype).chain((op) => eitherSide(op, 'other', inputs)) },
        fc.constant(one('equal', (t) => [t, 'other'], undefined, inputs)),
        fc.constant({ steps: chosen, inputs }),
        fc.constant({ steps: written, inputs }),
      );
    }),
};
