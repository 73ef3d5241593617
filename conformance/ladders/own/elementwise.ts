/** Element by element, beside an operand of another shape or with an option that says what to do. */
import type { Page } from '../../pages/page.ts';
import type { Call, Calls } from '../call.ts';
import { elementwise as family } from '../families/elementwise.ts';
import { transposed, viewed } from '../lying.ts';
import { given } from '../numbers.ts';
import { FIVE, named, shapes } from '../shapes.ts';
import { callOn, callsOn, formOn, laidOut, type Own } from './own.ts';

const converted = (page: Page, dtype: string, of: string): Calls =>
  Object.fromEntries(shapes(of).map((shape) => [`${named(shape)}_${dtype}`, callOn(page, [shape], { dtype })]));

export const elementwise: Own = {
  // One slope for all, and one for each channel.
  prelu: (page) => ({
    sizes: [
      formOn(page)({ id: 'elements', many: 'elements' }, (n) => [[n], [1]]),
      formOn(page)({ id: 'channels', many: 'channels', upTo: 129, gradientsUpTo: 33 }, (n) => [[2, n], [n]]),
      formOn(page)({ id: 'inner', many: 'elements in each channel', upTo: 33 }, (n) => [[1, 2, n], [2]]),
    ],
    layouts: {
      values: callsOn(page, '1030 1', '3x34 1'),
      gradients: callsOn(page, '3x6 1'),
      apart: [
        {
          id: 'channels',
          where: 'with a slope for each channel',
          calls: callsOn(page, '3x34 34'),
          gradients: callsOn(page, '3x6 6'),
        },
      ],
    },
    ranks: [
      {
        id: 'ranks',
        where: 'with one slope for tensors of one to four axes',
        calls: callsOn(page, '3 1', '2x3 1', '4x2x3 1', '2x1x4x3 1'),
      },
      { id: 'rank-5', where: 'for a tensor of five axes', calls: callsOn(page, `${FIVE} 1`) },
      {
        id: 'channels',
        where: 'with a slope for each channel',
        calls: callsOn(page, '2x3 3', '4x2x3 2', '2x3x2x2 3'),
      },
    ],
    second: callsOn(page, '2x3 3', '2x3x2 3'),
    secondApart: [{ id: 'one-slope', where: 'with one slope', calls: callsOn(page, '2x3 1') }],
  }),
  fill_: (page) => ({
    sizes: [formOn(page)({ id: 'elements', many: 'elements' }, (n) => [[n], []])],
    layouts: { values: callsOn(page, '37 0d', '3x34 0d'), gradients: callsOn(page, '3x6 0d') },
    ranks: [
      {
        id: 'ranks',
        where: 'for tensors of one to four axes',
        calls: callsOn(page, '3 0d', '2x3 0d', '4x2x3 0d', '2x1x4x3 0d'),
      },
      { id: 'rank-5', where: 'for a tensor of five axes', calls: callsOn(page, `${FIVE} 0d`) },
      { id: 'rank-0', where: 'for a tensor without axes', calls: callsOn(page, '0d 0d') },
    ],
    second: callsOn(page, '2x3 0d'),
  }),
  copy_: (page) => {
    const plain = family(page, 'copy_');
    const stretched = callsOn(page, '3x4 4', '2x4x3 4x1', '2x3x2x2 3x1x2', '2x3 0d');
    return {
      ...plain,
      ranks: [...plain.ranks!, { id: 'broadcast', where: 'where what is written is stretched', calls: stretched }],
    };
  },
  // What lies in rows is given back as it is.
  contiguous: (page) => {
    const one = given(page, page.operands[0]!.name, [3, 6]);
    const call: Call = { op: page.name, operands: [viewed(one, transposed)] };
    return { ...family(page, page.name), arriving: { _3x6: call } };
  },
  to: (page) => ({
    sizes: ['int64', 'int32', 'bool', 'float64'].map((dtype) =>
      formOn(page)(
        { id: dtype, many: `elements that become ${dtype}` },
        (n) => [[n]],
        () => ({ dtype }),
      ),
    ),
    layouts: {
      ...laidOut(converted(page, 'float64', '3x6')),
      apart: [{ id: 'int64', where: 'into `int64`', calls: converted(page, 'int64', '1030 3x34'), gradients: {} }],
    },
    ranks: [
      {
        id: 'ranks',
        where: 'for tensors of one to four axes',
        calls: converted(page, 'float64', '3 2x3 4x2x3 2x1x4x3'),
      },
      { id: 'rank-5', where: 'for a tensor of five axes', calls: converted(page, 'float64', FIVE) },
      { id: 'rank-0', where: 'for a tensor without axes', calls: converted(page, 'float64', '0d') },
    ],
    second: converted(page, 'float64', '2x3'),
  }),
};
