import type { Known, KnownReason, Verdict } from '../values/verdict.ts';
import type { KnownLine } from './parse.ts';

/** How a verdict fails, as a line would name it; undefined if it does not. */
export const failureOf = ({ verdict, reason }: Verdict): Exclude<KnownReason, 'flaky'> | undefined => {
  if (verdict === 'fail') return reason;
  return verdict === 'error' || verdict === 'timeout' || verdict === 'crash' ? verdict : undefined;
};

/** A text as it is compared and written: one line, without what no file can show. */
export const flat = (text: string): string => text.replace(/[\s\p{C}]+/gu, ' ').trim();

/** `pass 2 times, wrong_value once`. */
export const endsText = (ends: Readonly<Record<string, number>>): string =>
  Object.entries(ends)
    .map(([end, n]) => `${end} ${n === 1 ? 'once' : `${n} times`}`)
    .join(', ');

const cut = (text: string): string => (text.length > 160 ? `${text.slice(0, 159)}…` : text);

/** Why a line that promises one kind of failure is not true of a verdict that is no pass; undefined if it is true. */
const untrueOf = (line: KnownLine, verdict: Verdict): string | undefined => {
  const due = `lists it as ${line.reason}`;
  const message = flat(verdict.message ?? '');
  if (verdict.verdict === 'unsupported') return `${due}, and it is unsupported now: ${cut(message)}`;
  if (line.reason === 'flaky') return undefined;
  if (verdict.ends !== undefined) return `${due}, and it is flaky: ${endsText(verdict.ends)}`;
  const failure = failureOf(verdict);
  if (failure !== line.reason) return `${due}, and it fails as ${failure} now: ${cut(message)}`;
  return message.startsWith(flat(line.message))
    ? undefined
    : `${due}: ${JSON.stringify(line.message)}, and its message is now ${JSON.stringify(cut(message))}`;
};

/**
 * What a verdict is in the light of the line that lists its case: `xfail` if it fails as the line says, `xpass` if it does
 * not fail, else what it was, with the reason why the line is untrue. A flaky case passes, or is an `xfail`.
 */
export const settleKnown = (verdict: Verdict, line: KnownLine, file: string): Verdict => {
  const place = `${file}:${line.line}`;
  const known: Known = { reason: line.reason, place, ...(line.url === undefined ? {} : { url: line.url }) };
  const passes = verdict.verdict === 'pass' || verdict.verdict === 'convention';
  if (passes && line.reason === 'flaky') return { ...verdict, known };
  if (passes) {
    const how = verdict.verdict === 'pass' ? 'passes' : 'follows a convention';
    const message = `${place} lists it as ${line.reason}, and it ${how} now: remove it from there`;
    return { ...verdict, verdict: 'xpass', message, known };
  }
  const untrue = untrueOf(line, verdict);
  if (untrue !== undefined) return { ...verdict, known: { ...known, untrue: `${place} ${untrue}` } };
  return { ...verdict, verdict: 'xfail', known };
};
