/** Floats as Python's format writes them: exact halves go to the even digit, where JavaScript's go up. */

export const DIGITS = 4;

/** What has no digits, and the sign of -0 that JavaScript's own formatting drops. */
function special(x: number, zero: string): string | undefined {
  if (Number.isNaN(x)) return 'nan';
  if (x === Infinity) return 'inf';
  if (x === -Infinity) return '-inf';
  return Object.is(x, -0) ? `-${zero}` : undefined;
}

// Of the two neighbours of an exact half JavaScript takes the one further from zero. If that is odd, the other is even,
// and its last digit is one less, with nothing to borrow.
function toEven(text: string, digit: number): string {
  const last = Number(text[digit]);
  return last % 2 === 0 ? text : text.slice(0, digit) + (last - 1) + text.slice(digit + 1);
}

/** `{:.0f}` of an integral number. */
export const whole = (x: number): string => special(x, '0') ?? x.toFixed(0);

/** `{:.4f}`, for |x| < 1e21. */
export function fixed(x: number): string {
  const text = special(x, '0.0000') ?? x.toFixed(DIGITS);
  // x·10⁴ = n + ½ means x = (2n + 1) / (2⁵·5⁴), which binary only holds as an odd multiple of 2⁻⁵.
  return Math.abs(x * 32) % 2 === 1 ? toEven(text, text.length - 1) : text;
}

// A double that is not an exact half shows that within far fewer digits than these.
const HALF = /^-?\d\.\d{4}50*e/;

/** `{:.4e}`, whose exponent has at least two digits. */
export function scientific(x: number): string {
  const text = special(x, '0.0000e+00');
  if (text !== undefined) return text;
  const [digits, exponent] = x.toExponential(DIGITS).split('e') as [string, string];
  const mantissa = HALF.test(x.toExponential(60)) ? toEven(digits, digits.length - 1) : digits;
  return `${mantissa}e${exponent[0]}${exponent.slice(1).padStart(2, '0')}`;
}
