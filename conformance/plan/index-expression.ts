import type { Literal } from '../values/case.ts';
import { type Path, parsePath } from './operand.ts';

export interface Slice {
  readonly start: number | undefined;
  readonly stop: number | undefined;
  readonly step: number | undefined;
}
/** One entry of an index expression, before names are looked up. */
export type IndexEntry = number | boolean | null | '...' | Slice | Path;

export const isPath = (entry: IndexEntry): entry is Path =>
  typeof entry === 'object' && entry !== null && 'segments' in entry;

/** `[-1, "1:3", "...", "None", true, { "ref": "i" }]` */
export function parseIndex(literal: Literal): readonly IndexEntry[] {
  return (literal as readonly Literal[]).map((entry) => {
    if (typeof entry === 'string') return entry === 'None' ? null : entry === '...' ? '...' : parseSlice(entry);
    if (typeof entry === 'object') return parsePath((entry as { ref: string }).ref);
    return entry;
  });
}

function parseSlice(text: string): Slice {
  const [start, stop, step] = text.split(':').map((part) => (part.trim() === '' ? undefined : Number(part)));
  return { start, stop, step };
}
