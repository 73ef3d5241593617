/** A fixture file whose expectations are drafts, filled case by case. */

import { author, type Draft, type Oracle, Unanswered } from './author.ts';
import { isTight, layout, tightLayout } from './layout.ts';
import { reauthor } from './reauthor.ts';

interface DraftFile {
  readonly source?: string;
  readonly cases: readonly (Draft & { readonly id: string })[];
}

export interface AuthoredFile {
  /** The file's new text, in the layout that it had. */
  readonly text: string;
  readonly cases: number;
  readonly filled: number;
  /** What to look at, one line each, with the case it belongs to. */
  readonly remarks: readonly string[];
  /** The drafts that PyTorch does not answer; they stay as they are. */
  readonly faults: readonly string[];
}

/** A text that is no draft of a fixture file: nothing is filled and nothing is written. */
export class NotADraft extends Error {}

export async function authorFile(text: string, oracle: Oracle): Promise<AuthoredFile> {
  const file = parse(text);
  const remarks: string[] = [];
  const faults: string[] = [];
  const cases: object[] = [];
  let filled = 0;
  for (const one of file.cases) {
    const done = await attempt(author(one, oracle));
    if (typeof done === 'string') faults.push(`${one.id}: ${done}`);
    else {
      filled += done.filled;
      remarks.push(...done.remarks.map((remark) => `${one.id}: ${remark}`));
    }
    cases.push(typeof done === 'string' ? one : { ...one, expected: done.expected });
  }
  return { text: laidOut(text, { ...file, cases }), cases: cases.length, filled, remarks, faults };
}

/** The same file, asked of PyTorch again: `source` names the version that was asked. */
export async function authorAgain(text: string, oracle: Oracle, source: string): Promise<AuthoredFile> {
  const file = parse(text);
  const remarks: string[] = [];
  const faults: string[] = [];
  const cases: object[] = [];
  for (const one of file.cases) {
    const done = await attempt(reauthor(one, oracle));
    if (typeof done === 'string') faults.push(`${one.id}: ${done}`);
    else remarks.push(...done.moved.map((line) => `${one.id}: ${line}`));
    cases.push(typeof done === 'string' ? one : { ...one, expected: done.expected });
  }
  const named = file.source?.startsWith('pytorch-') ? { source } : {};
  return { text: laidOut(text, { ...file, ...named, cases }), cases: cases.length, filled: 0, remarks, faults };
}

const laidOut = (before: string, file: { readonly cases: readonly object[] }): string =>
  isTight(before) ? tightLayout(file) : layout(file);

async function attempt<T>(asked: Promise<T>): Promise<T | string> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof Unanswered) return error.message;
    throw error;
  }
}

function parse(text: string): DraftFile {
  let file: Partial<DraftFile>;
  try {
    file = JSON.parse(text) as Partial<DraftFile>;
  } catch (error) {
    throw new NotADraft((error as Error).message);
  }
  const usable =
    Array.isArray(file?.cases) &&
    file.cases.every((c) => typeof c?.id === 'string' && Array.isArray(c.ops) && typeof c.expected === 'object');
  if (!usable) throw new NotADraft('expected { "cases": [{ "id", "ops", "expected" }] }');
  return file as DraftFile;
}
