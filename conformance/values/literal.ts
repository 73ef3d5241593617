import type { Literal } from './case.ts';

export type NumberKind = 'bool' | 'int' | 'float';

const isRecord = (literal: Literal): literal is Readonly<Record<string, Literal>> =>
  typeof literal === 'object' && literal !== null && !Array.isArray(literal);

/** What Python makes of a scalar literal, or undefined for what is no number. */
export const kindOf = (literal: Literal): NumberKind | undefined => {
  if (typeof literal === 'boolean') return 'bool';
  if (typeof literal === 'number') return Number.isSafeInteger(literal) ? 'int' : 'float';
  if (!isRecord(literal)) return undefined;
  return 'float' in literal ? 'float' : 'int' in literal ? 'int' : undefined;
};

/** The widest kind of number anywhere in nested literals. */
export const widestKind = (literals: readonly Literal[]): NumberKind | undefined => {
  const kinds = literals.map((literal) =>
    Array.isArray(literal) ? widestKind(literal as readonly Literal[]) : kindOf(literal),
  );
  return (['float', 'int', 'bool'] as const).find((kind) => kinds.includes(kind));
};

/** The names and paths that an operand of `in` mentions: any text in it. */
export const namesIn = (literal: Literal): string[] => {
  if (typeof literal === 'string') return [literal];
  return Array.isArray(literal) ? (literal as readonly Literal[]).flatMap(namesIn) : [];
};

/** The names that an option of `with` refers to: any `{ ref }` in it. */
export const refsIn = (literal: Literal): string[] => {
  if (Array.isArray(literal)) return (literal as readonly Literal[]).flatMap(refsIn);
  if (!isRecord(literal)) return [];
  if ('ref' in literal) return [literal.ref as string];
  return Object.values(literal).flatMap(refsIn);
};
