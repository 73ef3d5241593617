import type { Case } from '../values/case.ts';
import type { Verdict } from '../values/verdict.ts';
import { failsRun, type Report } from './report.ts';

/** A case with its verdict. */
export interface Entry {
  readonly c: Case;
  readonly verdict: Verdict;
}

/** What some failures come down to. A case that fails as known is one of them, and fails no run. */
export interface Finding {
  /** An op, a chapter or a topic. */
  readonly name: string;
  /** The failing cases that are about it, the simplest first. */
  readonly own: readonly Entry[];
  /** Others that use it. */
  readonly others: readonly Entry[];
}

export const entriesOf = ({ cases, verdicts }: Report): readonly Entry[] =>
  cases.map((c, i) => ({ c, verdict: verdicts[i]! }));

export const findingsOf = (report: Report): readonly Finding[] => {
  const byId = new Map(entriesOf(report).map((entry) => [entry.c.id, entry] as const));
  const entries = (ids: readonly string[]): Entry[] => ids.flatMap((id) => byId.get(id) ?? []);
  return report.causes.map(({ name, own, others }) => ({ name, own: entries(own), others: entries(others) }));
};

/** The findings that fail the run, with only those of their cases that do, and last what is of no finding. */
export const failingFindings = (report: Report): readonly Finding[] => {
  const fails = ({ verdict }: Entry): boolean => failsRun(verdict);
  const findings = findingsOf(report)
    .map(({ name, own, others }) => ({ name, own: own.filter(fails), others: others.filter(fails) }))
    .filter(({ own, others }) => own.length + others.length > 0);
  const told = new Set(findings.flatMap(({ own, others }) => [...own, ...others]).map(({ c }) => c.id));
  const rest = entriesOf(report).filter((entry) => fails(entry) && !told.has(entry.c.id));
  return rest.length === 0 ? findings : [...findings, { name: '', own: rest, others: [] }];
};

/** `ops/sum` of `ops/sum/adds-all`. */
export const topicOf = ({ id }: Case): string => id.split('/').slice(0, 2).join('/');

/** The cases of each topic, in the order in which topics first occur. */
export const byTopic = (entries: readonly Entry[]): ReadonlyMap<string, readonly Entry[]> => {
  const topics = new Map<string, Entry[]>();
  for (const entry of entries) {
    const topic = topicOf(entry.c);
    const own = topics.get(topic);
    if (own === undefined) topics.set(topic, [entry]);
    else own.push(entry);
  }
  return topics;
};

/** What a failing case says of itself, in one line of any length. */
export const messageOf = ({ message, known }: Verdict): string => known?.untrue ?? message ?? '';

/** `wrong_value`, or how the case ended that has no reason. */
export const reasonOf = ({ verdict, reason }: Verdict): string => (verdict === 'fail' ? (reason ?? verdict) : verdict);
