import { existsSync, readFileSync } from 'node:fs';
import type { Implementation } from '../run/implementation.ts';
import { runCases, withControls } from '../run/run-cases.ts';
import { outcomeOf, type Reply, readReply } from '../stdio/reply.ts';
import type { Verdict } from '../verdict.ts';
import { chosenCases } from './cases.ts';
import { EXIT, type Exit, Failure, usage } from './failure.ts';
import { type KnownFlags, knownFailures } from './known.ts';
import { type ReportFlags, startReport } from './report.ts';
import type { Terminal } from './terminal.ts';

export interface JudgeFlags extends ReportFlags, Pick<KnownFlags, 'known' | 'fixtures'> {}

/** The replies in a file of JSON lines, by id. */
const readReplies = (file: string): ReadonlyMap<string, Reply> => {
  if (!existsSync(file))
    throw usage(`no file ${file}; expected the answers to tconf requests, one JSON object per line`);
  const replies = new Map<string, Reply>();
  for (const [i, line] of readFileSync(file, 'utf8').split('\n').entries()) {
    if (line.trim() === '') continue;
    const reply = readReply(line);
    if (typeof reply === 'string') throw new Failure(EXIT.adapter, `${file}:${i + 1}: ${reply}`);
    replies.set(String(reply.id), reply);
  }
  return replies;
};

/** The recorded answers in the place of a process. */
const recorded = (replies: ReadonlyMap<string, Reply>): Implementation => {
  const { name = 'recorded', version, features = [] } = replies.get('start') ?? { id: 'start' };
  return {
    name,
    ...(version === undefined ? {} : { version }),
    ...(features.includes('errors.exact') ? { errors: 'exact' as const } : {}),
    ahead: 1,
    run: async ({ id }) => outcomeOf(replies.get(id)!),
    close: async () => {},
  };
};

/** `tconf judge <responses> [patterns…]`: judges recorded answers as a run would. A case without an answer is an incomplete run. */
export const judgeCommand = async (
  responses: string,
  patterns: readonly string[],
  flags: JudgeFlags,
  terminal: Terminal,
): Promise<Exit> => {
  const { suite, cases } = chosenCases(patterns, flags.fixtures);
  const replies = readReplies(responses);
  const missing = withControls(cases, suite.cases).filter(({ id }) => !replies.has(id));
  if (missing.length > 0)
    throw new Failure(
      EXIT.incomplete,
      `${responses} answers ${cases.length - missing.length} of ${cases.length} cases; the first without an answer is ${missing[0]!.id}`,
    );
  const known = knownFailures(flags, suite);
  const report = startReport(flags, suite, cases, ['--command', 'COMMAND'], terminal);
  const implementation = recorded(replies);
  const onVerdict = (verdict: Verdict, took: number) => report.onVerdict(known.settle(verdict), took);
  const verdicts = await runCases(cases, suite.cases, implementation, { tier: flags.tolerance, onVerdict });
  return report.finish(verdicts.map(known.settle), implementation);
};
