/** What printed elements stand for. */
import type { Element, Tolerance } from '../../values/case.ts';

const words: Readonly<Record<string, Element>> = {
  True: true,
  False: false,
  nan: 'NaN',
  inf: 'Infinity',
  '-inf': '-Infinity',
};

/** An element as fixtures write it: integers in full, whatever their length, floats as the number that they spell. */
export const elementOf = (text: string): Element => {
  if (words[text] !== undefined) return words[text];
  if (!/^-?\d+$/.test(text)) return Number(text) === 0 && text.startsWith('-') ? '-0' : Number(text);
  return Number.isSafeInteger(Number(text)) ? Number(text) : text;
};

/** Whether it spells a number beyond all float64: the largest one, rounded up to four digits. */
export const overflows = (text: string): boolean => /\d/.test(text) && !Number.isFinite(Number(text));

/**
 * Four digits after the point are within half of the last one: in scientific notation relative to a mantissa of at least
 * 1. Twice of it, because what is read is rounded to the dtype once more, and no further than to the value that was printed.
 */
export const readingBack = (elements: readonly string[]): Tolerance =>
  elements.some((text) => /\de[+-]\d/.test(text))
    ? { rtol: 1.0001e-4, atol: 0 }
    : { abs: 1.0001e-4, why: 'four digits after the point, rounded, and rounded to the dtype' };
