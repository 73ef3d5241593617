import { child, type Report } from './fault.ts';

/** What is wrong with a number as a Python scalar, or undefined. */
const numberFault = (value: number): string | undefined => {
  if (Object.is(value, -0)) return 'expected { "float": "-0" }: -0 is never a bare number';
  return Number.isFinite(value)
    ? undefined
    : 'a number beyond float64\'s range; write { "float": "Infinity" } or { "float": "-Infinity" }';
};

/** Checks the numbers of a literal: what the schema cannot say of them. */
export const checkNumbers = (value: unknown, path: string, report: Report): void => {
  if (typeof value === 'number') {
    const fault = numberFault(value);
    if (fault !== undefined) report(path, fault);
  } else if (Array.isArray(value)) {
    value.forEach((item, i) => void checkNumbers(item, child(path, i), report));
  } else if (typeof value === 'object' && value !== null) {
    const { float, int } = value as { float?: unknown; int?: unknown };
    if (Object.is(float, -0))
      report(child(path, 'float'), 'expected "-0" as text: a bare -0 is lost by many JSON readers');
    if (typeof int === 'string' && Number.isSafeInteger(Number(int)))
      report(path, `expected the bare number ${int}: { "int": … } is for ints beyond ±(2^53−1)`);
    if (float === undefined && int === undefined)
      for (const [key, item] of Object.entries(value)) checkNumbers(item, child(path, key), report);
  }
};
