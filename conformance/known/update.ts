import type { KnownReason, Verdict } from '../values/verdict.ts';
import { ranOf, topicOf } from './floor.ts';
import type { Listing } from './match.ts';
import type { KnownLine, KnownText } from './parse.ts';
import { endsText, failureOf, flat, settleKnown } from './settle.ts';

/** What an update has changed, in cases. */
export interface Update {
  readonly text: string;
  readonly added: number;
  readonly dropped: number;
  /** Listed before and after, for another reason. */
  readonly changed: number;
  readonly kept: number;
}

/** How much of a message is written: enough to recognise a failure by. */
const PREFIX = 100;

/** Failures whose message has numbers that may differ from machine to machine and from run to run. */
const measured: ReadonlySet<KnownReason | undefined> = new Set(['wrong_value', 'error', 'crash']);

/** What a failure is recognised by: its message, or what comes before the first measured number. */
const prefixOf = (verdict: Verdict): string => {
  const text = flat(verdict.message ?? '');
  if (verdict.verdict === 'timeout' || verdict.reason === 'vacuous') return '';
  const [stable = ''] = measured.has(failureOf(verdict)) ? text.split(/(?<=\s)-?\d/) : [text];
  return [...stable.split(/(?:^|\s)\|/)[0]!].slice(0, PREFIX).join('').trim();
};

const lineOf = (verdict: Verdict, was?: KnownLine): string => {
  const flaky = was?.reason === 'flaky' ? was.message : verdict.ends && endsText(verdict.ends);
  const message = flaky ?? prefixOf(verdict);
  const reason = flaky === undefined ? failureOf(verdict) : 'flaky';
  const url = was?.url === undefined ? '' : ` | ${was.url}`;
  return `${verdict.id}  # ${reason}${message === '' ? '' : `: ${message}`}${url}`;
};

/** One line of the new file, and the topic of the cases that it lists, or whose heading it is. */
interface Row {
  readonly text: string;
  readonly topic?: string;
  /** The topic of which it says how many cases run. */
  readonly floor?: string;
}

const headingOf = (text: string): string | undefined => /^#\s*(\S+\/\S+)\s*$/.exec(text)?.[1];

/** Puts new lines after the last of their topic, or after its heading, or at the end under a new heading. */
const insert = (rows: readonly Row[], added: readonly Verdict[]): Row[] => {
  const all = [...rows];
  for (const topic of new Set(added.map(({ id }) => topicOf(id)))) {
    const lines = added.filter(({ id }) => topicOf(id) === topic).map((one) => ({ text: lineOf(one), topic }));
    const last = all.findLastIndex((row) => row.topic === topic);
    if (last >= 0) all.splice(last + 1, 0, ...lines);
    else {
      const gap = all.length > 0 && all.at(-1)!.text.trim() !== '' ? [{ text: '' }] : [];
      all.push(...gap, { text: `# ${topic}`, topic }, ...lines);
    }
  }
  return all;
};

const FLOORS = '# How many cases of each topic run, at least: what disappears fails the run.';

/** The rows with a floor for each topic of which some case ran: those that were there with their new numbers, then new ones. */
const withFloors = (rows: readonly Row[], ran: ReadonlyMap<string, number>): Row[] => {
  const line = (topic: string): Row => ({ text: `${topic}  # runs: ${ran.get(topic)}`, floor: topic });
  const kept = rows.flatMap((row): Row[] => {
    if (row.floor === undefined) return [row];
    return ran.has(row.floor) ? [line(row.floor)] : [];
  });
  const old = new Set(kept.flatMap(({ floor }) => floor ?? []));
  const added = [...ran.keys()].filter((topic) => !old.has(topic)).map(line);
  const last = kept.findLastIndex(({ floor }) => floor !== undefined);
  if (added.length === 0) return kept;
  if (last >= 0) return kept.toSpliced(last + 1, 0, ...added);
  const gap = kept.length > 0 && kept.at(-1)!.text.trim() !== '' ? [{ text: '' }] : [];
  return [...kept, ...gap, { text: FLOORS }, ...added];
};

/** Whether a line is true of a case. A flaky mark is true of all that can run, and is only taken away by hand. */
const holds = (line: KnownLine, verdict: Verdict): boolean =>
  line.reason === 'flaky' ? verdict.verdict !== 'unsupported' : settleKnown(verdict, line, '').verdict === 'xfail';

/**
 * The known failures after a whole run: comments, blank lines and the order stay, lines that hold stay as they are, a line
 * that does not is replaced by its cases that still fail, new failures are added under their topic, and every topic is
 * given the number of its cases that ran. `verdicts` are those of the run, before the known failures were looked at.
 */
export const updateKnown = (known: KnownText, { ids, byId }: Listing, verdicts: readonly Verdict[]): Update => {
  const found = new Map(verdicts.map((verdict) => [verdict.id, verdict]));
  const failing = verdicts.filter((verdict) => failureOf(verdict) !== undefined);
  let kept = 0;
  let changed = 0;
  let listed = 0;
  const rows = known.lines.flatMap(({ text, entry, floor }): Row[] => {
    if (floor !== undefined) return [{ text, floor: floor.topic }];
    if (entry === undefined) {
      const topic = headingOf(text);
      return [topic === undefined ? { text } : { text, topic }];
    }
    const topic = topicOf(entry.pattern);
    const all = ids.get(entry)!.map((id) => found.get(id)!);
    const same = all.filter((verdict) => holds(entry, verdict));
    const left = all.filter((verdict) => same.includes(verdict) || failureOf(verdict) !== undefined);
    listed += Math.max(1, all.length);
    kept += same.length;
    changed += left.length - same.length;
    if (all.length > 0 && same.length === all.length) return [{ text, topic }];
    return left.map((verdict) => ({ text: lineOf(verdict, entry), topic }));
  });
  const added = failing.filter(({ id }) => !byId.has(id));
  const text = withFloors(insert(rows, added), ranOf(verdicts)).map((row) => row.text + known.eol);
  return { text: text.join(''), added: added.length, dropped: listed - kept - changed, changed, kept };
};
