import { pythonOf, typescriptOf } from '../../show/index.ts';
import type { Case } from '../../values/case.ts';
import type { Mismatch, Verdict, VerdictName } from '../../values/verdict.ts';
import { conventionRemark } from '../../versions/index.ts';
import { type Entry, entriesOf, findingsOf } from '../entries.ts';
import { differenceTable, leftOut } from '../mismatch.ts';
import { failsRun, type Report } from '../report.ts';
import type { Place, ReportContext } from '../report-context.ts';
import { featureOf } from '../summary.ts';
import { cut, shown, shownLines } from '../text.ts';
import { withReadableFormulas } from './formula.ts';

/** What a name is not, as the page shows it: all text, already cut, without controls. */
export interface MismatchData {
  readonly name: string;
  readonly message: string;
  readonly expected?: string;
  readonly got?: string;
  readonly head?: readonly string[];
  readonly rows?: readonly (readonly string[])[];
  readonly more?: string;
}

/** What the page shows of a case that fails, be it as known. */
export interface Detail {
  readonly python: string;
  readonly typescript: string;
  readonly mismatches: readonly MismatchData[];
  /** What the library wrote while it ran. */
  readonly output?: string;
}

export interface CaseData {
  readonly id: string;
  readonly title: string;
  readonly verdict: VerdictName;
  readonly feature: string;
  readonly rules: readonly string[];
  readonly place: Place;
  readonly link?: string;
  readonly rerun: string;
  /** It fails the run. */
  readonly fails?: true;
  readonly reason?: string;
  readonly message?: string;
  readonly cause?: string;
  /** The known failures, conventions, notes. */
  readonly remarks?: readonly string[];
  readonly detail?: Detail;
}

/** What the page's script is given. */
export interface PageData {
  /** The texts of the clauses that some case cites. */
  readonly clauses: Readonly<Record<string, string>>;
  /** Cases in the order of the page: those of each finding, and last the others, under no name. */
  readonly groups: readonly { readonly name: string; readonly cases: readonly CaseData[] }[];
}

const lines = (text: string, limit: number): string => shownLines(text, limit).join('\n');

const mismatchData = (mismatch: Mismatch): MismatchData => {
  const { name, message, expected, got, differences = [] } = mismatch;
  const [more] = leftOut(mismatch);
  // A message such as "dtype is int32, not float32" says it already.
  const said = message.includes(` is ${got}, not ${expected}`);
  return {
    name: shown(name, 80),
    message: shown(message, 1000),
    ...(said || expected === undefined ? {} : { expected: lines(expected, 2000) }),
    ...(said || got === undefined ? {} : { got: lines(got, 2000) }),
    ...(differences.length === 0 ? {} : differenceTable(differences)),
    ...(differences.length === 0 || more === undefined ? {} : { more }),
  };
};

const detailOf = (c: Case, { mismatches = [], output }: Verdict): Detail => ({
  python: cut(pythonOf(c), 20_000),
  typescript: cut(typescriptOf(c), 20_000),
  mismatches: mismatches.map(mismatchData),
  ...(output === undefined ? {} : { output: lines(output, 6000) }),
});

const remarksOf = ({ known, conventions = [], notes = [], ends }: Verdict): string[] => [
  ...(known === undefined ? [] : [`known failure: ${known.place} lists it as ${known.reason}`]),
  ...(known?.untrue === undefined ? [] : [shown(known.untrue, 600)]),
  ...(known?.url === undefined ? [] : [`reported at ${shown(known.url, 200)}`]),
  ...(ends === undefined
    ? []
    : [
        `ends: ${Object.entries(ends)
          .map(([end, n]) => `${end} × ${n}`)
          .join(', ')}`,
      ]),
  ...conventions.map((id) => shown(conventionRemark(id), 120)),
  ...notes.map((note) => `note: ${shown(note)}`),
];

const caseData = ({ c, verdict }: Entry, context: ReportContext): CaseData => {
  const fails = failsRun(verdict);
  const remarks = remarksOf(verdict);
  const place = context.place(c);
  const link = context.link?.(place);
  return {
    id: c.id,
    title: shown(c.title.en),
    verdict: verdict.verdict,
    feature: featureOf(c),
    rules: c.rules,
    place,
    ...(link === undefined ? {} : { link }),
    rerun: context.rerun(c.id),
    ...(fails ? { fails } : {}),
    ...(verdict.reason === undefined ? {} : { reason: verdict.reason }),
    ...(verdict.message === undefined ? {} : { message: shown(verdict.message, 1000) }),
    ...(verdict.cause === undefined ? {} : { cause: verdict.cause }),
    ...(remarks.length === 0 ? {} : { remarks }),
    ...(fails || verdict.verdict === 'xfail' ? { detail: detailOf(c, verdict) } : {}),
  };
};

/** A report as the page's script reads it. */
export const pageData = (report: Report, context: ReportContext): PageData => {
  const groups = findingsOf(report).map(({ name, own, others }) => ({ name, entries: [...own, ...others] }));
  const told = new Set(groups.flatMap(({ entries }) => entries).map(({ c }) => c.id));
  const others = entriesOf(report).filter(({ c }) => !told.has(c.id));
  // What fails without a finding goes before what does not fail.
  const rest = [...others].sort((a, b) => Number(failsRun(b.verdict)) - Number(failsRun(a.verdict)));
  const rules = new Set(report.cases.flatMap((c) => c.rules));
  return {
    clauses: Object.fromEntries([...rules].map((rule) => [rule, withReadableFormulas(context.clause(rule) ?? '')])),
    groups: [...groups, { name: '', entries: rest }].map(({ name, entries }) => ({
      name,
      cases: entries.map((entry) => caseData(entry, context)),
    })),
  };
};
