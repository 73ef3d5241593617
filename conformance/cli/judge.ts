import { existsSync, readFileSync } from 'node:fs';
import type { Implementation } from '../run/implementation.ts';
import { runCases, withControls } from '../run/run-cases.ts';
import { isMisreply, type Misreply, outcomeOf, type Reply, readReply } from '../stdio/reply.ts';
import type { Case } from '../values/case.ts';
import type { Verdict } from '../values/verdict.ts';
import { chosenCases } from './cases.ts';
import { EXIT, type Exit, Failure, usage } from './failure.ts';
import { type KnownFlags, knownFailures } from './known.ts';
import { type ReportFlags, startReport } from './report.ts';
import type { Terminal } from './terminal.ts';

export interface JudgeFlags extends ReportFlags, Pick<KnownFlags, 'known' | 'fixtures'> {}

/** What a file of JSON lines answers, by id, and the first line that answers nothing. */
interface Recorded {
  readonly replies: ReadonlyMap<string, Reply | Misreply>;
  readonly stray?: string;
}

const readReplies = (file: string): Recorded => {
  if (!existsSync(file))
    throw usage(`no file ${file}; expected the answers to tconf requests, one JSON object per line`);
  const replies = new Map<string, Reply | Misreply>();
  let stray: string | undefined;
  for (const [i, line] of readFileSync(file, 'utf8').split('\n').entries()) {
    if (line.trim() === '') continue;
    const read = readReply(line);
    const id = typeof read.id === 'number' ? String(read.id) : read.id;
    if (typeof id !== 'string')
      stray ??= `${file}:${i + 1}: ${isMisreply(read) ? read.fault : 'a reply without an id'}`;
    else if (!replies.has(id)) replies.set(id, read);
  }
  return { replies, ...(stray === undefined ? {} : { stray }) };
};

/** The recorded answers in the place of a process. */
const recorded = (replies: Recorded['replies']): Implementation => {
  const start = replies.get('start') ?? { id: 'start' };
  if (isMisreply(start)) throw new Failure(EXIT.adapter, `the answer to start is ${start.fault}`);
  const { name = 'recorded', version, features = [] } = start;
  return {
    name,
    ...(version === undefined ? {} : { version }),
    ...(features.includes('errors.exact') ? { errors: 'exact' as const } : {}),
    ahead: 1,
    run: async ({ id }) => outcomeOf(replies.get(id)!),
    close: async () => {},
  };
};

/** `tconf judge <responses> [patterns…]`: judges recorded answers as a run would. What has an answer is judged; a case
 * without one makes the run incomplete. */
export const judgeCommand = async (
  responses: string,
  patterns: readonly string[],
  flags: JudgeFlags,
  terminal: Terminal,
): Promise<Exit> => {
  const { suite, cases } = chosenCases(patterns, flags.fixtures);
  const { replies, stray } = readReplies(responses);
  const answered = (all: readonly Case[]): readonly Case[] => all.filter(({ id }) => replies.has(id));
  const missing = withControls(cases, suite.cases).filter(({ id }) => !replies.has(id));
  const known = knownFailures(flags, suite);
  const report = startReport(flags, suite, cases, ['--command', 'COMMAND'], terminal);
  const implementation = recorded(replies);
  const onVerdict = (verdict: Verdict, took: number) => report.onVerdict(known.settle(verdict), took);
  const verdicts = await runCases(answered(cases), answered(suite.cases), implementation, {
    tier: flags.tolerance,
    onVerdict,
  });
  if (missing.length === 0) return report.finish(known.settleAll(verdicts), implementation);
  const first = `the first without an answer is ${missing[0]!.id}${stray === undefined ? '' : `; ${stray}`}`;
  await report.finish(known.settleAll(verdicts), implementation, { why: first });
  throw new Failure(
    EXIT.incomplete,
    `${responses} answers ${cases.length - missing.length} of ${cases.length} cases; ${first}`,
  );
};
