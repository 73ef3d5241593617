/** `to`: what a number of one dtype is in each other. */
import type { Dtype, Element } from '../../values/case.ts';
import { element } from '../../values/decimal.ts';
import { allDtypes, type FloatDtype, isFloat } from '../../values/dtypes.ts';
import { formats, integerRanges } from '../../values/formats.ts';
import { round } from '../../values/round.ts';
import { CLASSES, elementOf, numberOf } from '../classes.ts';
import { citing } from '../clauses.ts';
import { often, Program } from '../program.ts';
import { type Rung, rung, type Table } from '../rung.ts';

/** Where rounding to a dtype turns: halves of its steps at 1, at its largest number, and at its smallest. */
const turning = (to: FloatDtype): readonly number[] => {
  const { precision, maxExponent } = formats[to];
  const step = 2 ** (1 - precision);
  const beyond = 2 ** maxExponent * (2 - step / 4);
  const tiny = numberOf('tiny', to);
  return [
    1 + step / 2,
    1 + (3 * step) / 2,
    beyond - (2 ** maxExponent * step) / 2,
    beyond,
    tiny / 2,
    tiny * 0.75,
  ].flatMap((x) => [x, -x]);
};

const FRACTIONS = [0.5, -0.5, 1, -1, 1.5, -1.5, 2.5, -2.5, 3, 100.75, -100.75, 127, -128, 255, 32767, -32768, 65536];

/** The numbers of a dtype that have a counterpart in another. */
function converted(from: FloatDtype, to: Dtype): readonly Element[] {
  const special = CLASSES.map((one) => numberOf(one, from));
  const range = integerRanges[to];
  const numbers = isFloat(to)
    ? [...special, ...turning(to)]
    : range === undefined
      ? special
      : [0, -0, numberOf('tiny', from), ...FRACTIONS].filter(
          (x) => x > Number(range[0]) - 1 && x < Number(range[1]) + 1,
        );
  return numbers.filter((x) => Number.isNaN(x) || Object.is(round(x, from), x)).map((x) => element(x, from));
}

function floats(from: FloatDtype): Program {
  const program = new Program();
  for (const to of allDtypes.filter((one) => one !== from)) {
    const numbers = converted(from, to);
    program.tensor(`x_${to}`, from, [numbers.length], numbers);
    program.call('to', [`x_${to}`], `y_${to}`, { dtype: to });
    program.look('exact', `y_${to}`);
  }
  return program;
}

/** A gradient comes back in the dtype that the tensor had. */
function gradient(from: FloatDtype): Program {
  const program = new Program();
  for (const to of allDtypes.filter((one) => isFloat(one) && one !== from) as FloatDtype[]) {
    const x = program.tensor(
      `x_${to}`,
      from,
      [CLASSES.length],
      CLASSES.toReversed().map((one) => elementOf(one, from)),
      true,
    );
    program.call('to', [x], `y_${to}`, { dtype: to });
    program.tensor(
      `c_${to}`,
      to,
      [CLASSES.length],
      CLASSES.map((one) => element(numberOf(one, to), to)),
    );
    program.call('mul', [`y_${to}`, `c_${to}`], `p_${to}`);
    program.call('sum', [`p_${to}`], `s_${to}`);
    program.call('backward', [`s_${to}`]);
    program.look(often[from], `${x}.grad`);
  }
  return program;
}

/** Beyond 2^53, where float64 has no longer all of them: halves of the steps of float32, and a bit more, which rounding twice loses. */
const LONG = ['9007199791611905', '-9007199791611905', '9007199791611904', '9007199254740993', '-9007199254740993'];
const INTEGERS: readonly Element[] = [
  ...LONG,
  16777217,
  16777219,
  65519,
  65520,
  2049,
  2051,
  257,
  256,
  255,
  128,
  3,
  1,
  0,
  -1,
  -128,
  -129,
  -32769,
  4294967301,
  '9223372036854775807',
  '-9223372036854775808',
  '9223371761976868863',
  '9223371761976868864',
];

function integers(): Rung {
  const program = new Program();
  program.tensor('x', 'int64', [INTEGERS.length], INTEGERS);
  for (const to of allDtypes.filter((one) => one !== 'int64')) {
    program.call('to', ['x'], `y_${to}`, { dtype: to });
    program.look('exact', `y_${to}`);
  }
  const says = 'integers beyond 2^53 are converted from all their digits';
  return { id: 'int64-values', title: says, rules: citing('to', 'integers', 'C8'), program };
}

export const conversions: Table = (page, dtype) =>
  page.name !== 'to'
    ? []
    : [
        rung(
          page,
          dtype,
          'values',
          'C1',
          'special values, and those beside which rounding turns, converted',
          floats(dtype),
        ),
        rung(page, dtype, 'gradient', 'C2', 'special values that come back to a conversion', gradient(dtype)),
        ...(dtype === 'float32' ? [integers()] : []),
      ];
