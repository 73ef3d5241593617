import type { Colors } from 'picocolors/types.js';
import type { Case } from '../case.ts';
import { type Cause, isFailure } from '../causes/index.ts';
import { pageOf } from '../pages.ts';
import type { Verdict } from '../verdict.ts';
import { type FailureContext, failureLines } from './failure.ts';
import { failsRun, type Report } from './report.ts';
import { counted } from './text.ts';

/** How many cases are listed under a finding; results.json has them all. */
const LISTED = 20;

/** Other cases that come down to the same cause, by their ids. */
const alsoLines = (ids: readonly string[], name: string, told: number, paint: Colors): string[] => {
  if (ids.length === 0) return [];
  const [verb, too] = ids.length === 1 ? ['uses', 'fails too'] : ['use', 'fail too'];
  const on = ids.length === 1 ? 'depends on' : 'depend on';
  const what = `${told > 0 ? 'more ' : ''}case${ids.length === 1 ? '' : 's'} that ${pageOf(name) ? verb : on} ${name} ${too}`;
  const left = ids.length - LISTED;
  return [
    '',
    paint.bold(`${ids.length.toLocaleString('en-US')} ${what}`),
    ...ids.slice(0, LISTED).map((id) => `  ${id}`),
    ...(left > 0 ? [paint.dim(`  … and ${counted(left, 'more case')}`)] : []),
  ];
};

const headLine = (name: string, own: number, paint: Colors): string => {
  const verb = own === 1 ? 'fails' : 'fail';
  const what = own === 0 ? 'none of its own cases fails newly' : `${own} of its own cases ${verb}`;
  return paint.bold(paint.cyan(`── ${name}: ${what} ──`));
};

/**
 * The failures that are not known, one finding after another: the cases that are about its cause in full, the others by
 * their ids. If no case that is about it fails newly, the simplest of the others is told in full.
 */
export const findingLines = ({ cases, verdicts, causes }: Report, context: FailureContext): string[] => {
  const failing = new Map<string, readonly [Case, Verdict]>();
  for (const [i, c] of cases.entries()) {
    const verdict = verdicts[i]!;
    if (failsRun(verdict) && isFailure(verdict)) failing.set(c.id, [c, verdict]);
  }
  const full = (id: string): string[] => ['', ...failureLines(...failing.get(id)!, context)];
  const grouped = causes.flatMap(({ name, own, others }: Cause) => {
    const isNew = (id: string): boolean => failing.has(id);
    const about = own.filter(isNew);
    const rest = others.filter(isNew);
    const told = about.length > 0 ? [] : rest.splice(0, 1);
    const head = about.length + rest.length + told.length > 1 ? ['', headLine(name, about.length, context.paint)] : [];
    return [...head, ...[...about, ...told].flatMap(full), ...alsoLines(rest, name, told.length, context.paint)];
  });
  const inCause = new Set(causes.flatMap(({ own, others }) => [...own, ...others]));
  return [...grouped, ...[...failing.keys()].filter((id) => !inCause.has(id)).flatMap(full)];
};

/** `2 findings (and 3 known)`: what the failures come down to. Empty if nothing fails. */
export const findingCount = ({ verdicts, causes }: Report): string => {
  const fresh = new Set(verdicts.filter((one) => failsRun(one) && isFailure(one)).map(({ cause }) => cause));
  const found = causes.filter(({ name }) => fresh.has(name)).length;
  const known = causes.length - found;
  if (causes.length === 0) return '';
  if (found === 0) return counted(known, 'known finding');
  return `${counted(found, 'finding')}${known > 0 ? ` (and ${known} known)` : ''}`;
};
