/** What the harness costs: a case through the adapter and the evaluator, beside the same program written by hand. */
import adapter from '../conformance/adapters/reference/index.ts';
import { evaluate } from '../conformance/evaluate/index.ts';
import { loadSuite } from '../conformance/load/suite.ts';
import { inProcess } from '../conformance/run/in-process.ts';
import { requestOf } from '../conformance/run/request.ts';
import { runCases } from '../conformance/run/run-cases.ts';
import type { Case, Step } from '../conformance/values/case.ts';
import { direct } from './direct.ts';
import { compare, median, time } from './measure.ts';
import { type Row, seconds } from './row.ts';

/** Without loops: in a training run the ops cost so much that any harness would look good. */
const straight = (steps: readonly Step[]): boolean =>
  steps.every((s) => 'op' in s || ('no_grad' in s && straight(s.no_grad)));
const small = ({ inputs, ops, expected }: Case): boolean =>
  expected.error === undefined &&
  straight(ops) &&
  Object.values(inputs).every(({ shape }) => shape.reduce((p, n) => p * n, 1) <= 100) &&
  ops.every((s) => !('op' in s && s.op.startsWith('nn.Conv2d')));

export async function harness(): Promise<Row[]> {
  const { cases } = loadSuite();
  const note = cases.filter((c) => c.id.startsWith('note/'));
  const measured = note.filter(small).map((c) => ({ request: requestOf(c), program: direct(c) }));
  const t = await compare(
    async () => {
      for (const { request } of measured) await evaluate(adapter, request);
    },
    () => {
      for (const { program } of measured) program();
    },
    { seconds: 4, warmup: 20 },
  );
  const each = (s: number) => `${seconds(s / measured.length)} a case`;
  const implementation = await inProcess(adapter);
  const whole: number[] = [];
  for (let i = 0; i < 5; i++) whole.push(await time(() => runCases(cases, cases, implementation)));
  const rate = cases.length / median(whole);
  return [
    {
      what: `evaluate, against the same calls (${measured.length} cases of the note)`,
      ours: each(t.ours),
      theirs: each(t.theirs),
      figure: t.ratio,
      unit: 'ratio',
      limit: 2,
    },
    {
      what: 'evaluate and judge, the whole suite',
      ours: seconds(median(whole)),
      theirs: '',
      figure: rate,
      unit: 'cases/s',
    },
    {
      what: 'evaluate and judge, a case of the whole suite',
      ours: seconds(1 / rate),
      theirs: '',
      figure: 1000 / rate,
      unit: 'ms',
      limit: 0.3,
    },
  ];
}
