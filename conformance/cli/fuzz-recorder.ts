/** What `tconf fuzz` finds, told as it is found, and written where a fixture says what is true and shows it again. */
import { join } from 'node:path';
import { written } from '../author/expectation.ts';
import type { Difference, Sides } from '../fuzz/hold/compare.ts';
import { type BrokenLaw, differenceOf, ownWord } from '../fuzz/hold/law-on-oracle.ts';
import { isAnswer, named } from '../fuzz/hold/oracle.ts';
import { type FindingReport, findingLines, sameLines, sourceOf } from '../fuzz/tell/finding-lines.ts';
import type { Finding } from '../fuzz/tell/findings.ts';
import { fixtureOf, kebab } from '../fuzz/tell/fixture.ts';
import { verify } from '../fuzz/tell/verify.ts';
import { attempt } from '../laws/check.ts';
import { requestOf } from '../run/request.ts';
import type { Case } from '../values/case.ts';
import type { Verdict } from '../values/verdict.ts';
import type { FuzzFlags } from './fuzz.ts';
import { rerunOfFile, rerunOfLaw, rerunOfPrograms } from './fuzz-rerun.ts';
import { writeWhole } from './out-folder.ts';
import { paintOf } from './paint.ts';
import type { Terminal } from './terminal.ts';

export interface Recorder {
  /** How many findings were told. */
  readonly found: () => number;
  readonly law: (broken: BrokenLaw) => Promise<void>;
  /** One of so many programs. */
  readonly program: (finding: Finding, runs: number) => Promise<void>;
}

interface Said {
  /** The op or the law. */
  readonly op: string;
  readonly title: string;
  readonly case: Case;
  readonly verdict: Verdict;
  readonly remarks?: readonly string[];
}

/** What else differs in the program, and the corner that excuses it. */
const waivedIn = ({ waived = [] }: Difference): readonly string[] =>
  waived.map(
    ({ mismatch: { name }, corner: { id, because } }) => `${name} differs too, in the corner ${id}: ${because}`,
  );

const reasonOf = ({ reason, verdict }: Verdict): string => reason ?? verdict;

/** Tells findings, and writes the fixtures of those that have one, each under a name of its own. */
export const recorder = (flags: FuzzFlags, sides: Sides, seed: number, terminal: Terminal): Recorder => {
  const { tested, against } = sides;
  const taken = new Map<string, number>();
  /** What was told of, and under which head first. */
  const sources = new Map<string, string>();
  let found = 0;
  const nameFor = (base: string): string => {
    const again = (taken.get(base) ?? 0) + 1;
    taken.set(base, again);
    return again === 1 ? base : `${base}-${again}`;
  };
  const tell = (told: FindingReport): void => {
    found++;
    const source = sourceOf(told);
    const before = source === undefined ? undefined : sources.get(source);
    if (source !== undefined && before === undefined) sources.set(source, told.head);
    const paint = paintOf(terminal);
    const lines = before === undefined ? findingLines(told, paint) : sameLines(told, before, paint);
    for (const line of lines) terminal.out(`${line}\n`);
  };

  /** Writes and tells a finding as a fixture, or gives the reason why none can be written. */
  const asFixture = async (said: Said, count = 1): Promise<string | undefined> => {
    const { op, title, verdict, remarks = [] } = said;
    const base = kebab(`${op} ${reasonOf(verdict)}`);
    const name = nameFor(base);
    const fixture = await fixtureOf(said.case, { name, title, op }, sides);
    const proof = await verify(fixture, verdict, sides);
    if ('doubt' in proof) {
      taken.set(base, taken.get(base)! - 1);
      return proof.doubt;
    }
    writeWhole(flags.out, [{ name: `${name}.json`, text: fixture.text }]);
    const file = join(flags.out, `${name}.json`);
    const head = `${op}  ${reasonOf(verdict)}${count > 1 ? `  (${count} programs)` : ''}`;
    tell({ head, case: fixture.case, verdict: proof.verdict, remarks, file, rerun: rerunOfFile(file, flags) });
    return undefined;
  };

  return {
    found: () => found,
    law: async (broken) => {
      const { law, trial, verdict, runs } = broken;
      const { id: op, title } = law;
      const own = ownWord(broken);
      if (own !== undefined && (await asFixture({ op, title, case: own, verdict })) === undefined) return;
      const difference = await differenceOf(broken, sides);
      const doubt =
        difference === undefined
          ? `${against.name} gives the same, as near as the spec asks for, or cannot tell`
          : await asFixture({
              op,
              title,
              case: { ...difference.case, rules: law.clauses },
              verdict: difference.verdict,
              remarks: waivedIn(difference),
            });
      if (doubt === undefined) return;
      const again = await attempt(law, trial, tested);
      const held = 'verdict' in again ? [] : [`it did not happen again: ${tested.name} does not always answer alike`];
      const remarks = [
        `the law: ${title}`,
        `no fixture: ${doubt}`,
        ...held,
        `what ${tested.name} gives stands beside each name`,
      ];
      const head = `${op}  ${reasonOf(verdict)}`;
      tell({ head, case: await asAnswered(broken, sides), verdict, remarks, rerun: rerunOfLaw(op, flags, seed, runs) });
    },
    program: async ({ cause: { op, reason }, count, difference }, runs) => {
      const { verdict, case: one } = difference;
      const title = `${op} gives what it gives in ${against.name}`;
      const waived = waivedIn(difference);
      const doubt = await asFixture({ op, title, case: one, verdict, remarks: waived }, count);
      if (doubt === undefined) return;
      const remarks = [...waived, `no fixture: ${doubt}`];
      tell({ head: `${op}  ${reason}`, case: one, verdict, remarks, rerun: rerunOfPrograms(flags, seed, runs) });
    },
  };
};

/** The program that breaks a law, with what the library itself answers in the place of what is expected. */
const asAnswered = async ({ counterexample, trial }: BrokenLaw, { tested }: Sides): Promise<Case> => {
  const names = trial.observe.length > 0 ? trial.observe : named(trial.ops);
  const asked = { ...counterexample, expected: { names: Object.fromEntries(names.map((name) => [name, {}])) } };
  const got = await tested.run(requestOf(asked));
  const seen = isAnswer(got) ? Object.entries(got.values ?? {}) : [];
  const expected = {
    names: Object.fromEntries(seen.map(([name, one]) => [name, written(one, undefined).expectation])),
  };
  return { ...counterexample, expected };
};
