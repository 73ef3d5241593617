import { describe, expect, test } from 'vitest';
import reference from './adapters/reference/index.ts';
import { loadSuite } from './load/suite.ts';
import { inProcess } from './run/in-process.ts';
import { runCases } from './run/run-cases.ts';
import type { Case } from './values/case.ts';

const { cases } = loadSuite();
const implementation = await inProcess(reference);

const topicOf = ({ id }: Case): string => id.split('/').slice(0, 2).join('/');
const topics = new Map(cases.map((one) => [topicOf(one), cases.filter((other) => topicOf(other) === topicOf(one))]));

describe.each([...topics])('%s', (_, topic) => {
  test.each(topic.map((one): [string, Case] => [one.id, one]))('%s', async (_id, one) => {
    const [verdict] = await runCases([one], cases, implementation);
    expect(verdict).toMatchObject({ verdict: 'pass' });
  });
});
