import type { Colors } from 'picocolors/types.js';
import { isFailure } from '../causes/index.ts';
import { endsText } from '../known/index.ts';
import { PASSES_ALONE } from '../run/rerun-alone.ts';
import type { Verdict } from '../values/verdict.ts';
import { counted, shown } from './text.ts';

/** What the known failures say that is not so, where the case itself is not told as a failure; a sentence each. */
export const untrueLines = (verdicts: readonly Verdict[], paint: Colors): string[] => {
  const lines = verdicts.flatMap(({ id, verdict, message, known }) => {
    if (known?.reason === 'runs') return [];
    const said = verdict === 'xpass' ? message : verdict === 'unsupported' ? known?.untrue : undefined;
    return said === undefined ? [] : [`  ${paint.red(id)}\n    ${shown(said)}`];
  });
  const title = `${counted(lines.length, 'known failure')} no longer as listed (--update-known rewrites the list)`;
  return lines.length === 0 ? [] : ['', paint.bold(title), ...lines];
};

/** The topics of which fewer cases run than before, each with what its cases lack now. */
export const disappearedLines = (verdicts: readonly Verdict[], paint: Colors): string[] => {
  const lines = new Map<string, string>();
  for (const { id, known } of verdicts)
    if (known?.reason === 'runs' && known.untrue !== undefined && !lines.has(known.place))
      lines.set(known.place, `  ${paint.red(id.split('/').slice(0, 2).join('/'))}\n    ${shown(known.untrue)}`);
  const title = `${counted(lines.size, 'topic')} of which fewer cases run than before (--update-known if that is meant)`;
  return lines.size === 0 ? [] : ['', paint.bold(title), ...lines.values()];
};

/** The cases that are listed as flaky, and what they did this time. */
export const flakyLines = (verdicts: readonly Verdict[], paint: Colors): string[] => {
  const lines = verdicts.flatMap((verdict) => {
    const { id, known, ends, reason, message = '' } = verdict;
    if (known?.reason !== 'flaky' || known.untrue !== undefined) return [];
    const once = isFailure(verdict) ? `failed this time: ${shown(reason ?? message, 80)}` : 'passed this time';
    return [`  ${id}  ${paint.dim(ends === undefined ? once : endsText(ends))}`];
  });
  return lines.length === 0 ? [] : ['', paint.bold(`Flaky, as listed: ${counted(lines.length, 'case')}`), ...lines];
};

/** That a library keeps state, where failures of it were seen to pass alone: then how many fail is a matter of their order. */
export const statefulLines = (verdicts: readonly Verdict[], paint: Colors): string[] => {
  const found = verdicts.filter(({ notes }) => notes?.includes(PASSES_ALONE));
  if (found.length === 0) return [];
  const [first] = found;
  return [
    '',
    paint.bold(`${counted(found.length, 'case')} of those that failed passed when run again alone`),
    `  ${paint.red(first!.id)}\n    The library keeps state from one case to the next: how many cases fail depends on their order.`,
  ];
};
