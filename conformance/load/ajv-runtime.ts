/**
 * The run-time functions that Ajv's generated code asks for, so that it loads nothing else: importing Ajv's own, which
 * are CommonJS, gives different things under Node, tsx and Vitest.
 */

/** The length of a text in code points. */
export const ucs2length = (text: string): number => [...text].length;

/** Whether two JSON values are the same. */
export const equal = (a: unknown, b: unknown): boolean => {
  if (Object.is(a, b) || (a === 0 && b === 0)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every(
    (key) => key in b && equal((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]),
  );
};
