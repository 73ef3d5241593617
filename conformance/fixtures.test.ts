import { describe, expect, test } from 'vitest';
import reference from './adapters/reference/index.ts';
import { loadSuite } from './load/suite.ts';
import { inProcess } from './run/in-process.ts';
import { runCases } from './run/run-cases.ts';
import type { Verdict } from './values/verdict.ts';

const { cases } = loadSuite();

const topicOf = ({ id }: Verdict): string => id.split('/').slice(0, 2).join('/');
const topics = new Map<string, Verdict[]>();
for (const verdict of await runCases(cases, cases, await inProcess(reference))) {
  const topic = topics.get(topicOf(verdict));
  if (topic === undefined) topics.set(topicOf(verdict), [verdict]);
  else topic.push(verdict);
}

describe.each([...topics])('%s', (_, verdicts) => {
  test.each(verdicts.map((verdict): [string, Verdict] => [verdict.id, verdict]))('%s', (_id, verdict) => {
    expect(verdict).toMatchObject({ verdict: 'pass' });
  });
});
