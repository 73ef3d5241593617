/** What it costs to run a library in processes of its own, and whether a long suite costs more per case than a short one. */
import { spawnSync } from 'node:child_process';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import reference from '../conformance/adapters/reference/index.ts';
import { isolated } from '../conformance/isolation/isolated.ts';
import type { Implementation } from '../conformance/run/implementation.ts';
import { inProcess } from '../conformance/run/in-process.ts';
import { runCases } from '../conformance/run/run-cases.ts';
import type { Case } from '../conformance/values/case.ts';
import { compare, median, time } from './measure.ts';
import { NotMeasured } from './not-measured.ts';
import { type Row, seconds } from './row.ts';

const dist = (path: string): URL => new URL(`../dist/conformance/cli/${path}`, import.meta.url);

const inWorkers = (jobs: number): Promise<Implementation> => isolated(dist('worker.js'), ['reference'], { jobs });

/** Runs and judges the cases; all of them pass. */
const run = async (cases: readonly Case[], implementation: Implementation): Promise<void> => {
  const verdicts = await runCases(cases, cases, implementation);
  const wrong = verdicts.find(({ verdict }) => verdict !== 'pass');
  if (wrong !== undefined) throw new NotMeasured(`${wrong.id}: ${wrong.verdict} ${wrong.message ?? ''}`);
};

/** A case of its own for every number: x + i, where no two are alike. */
const generated = (count: number): readonly Case[] =>
  Array.from({ length: count }, (_, i): Case => {
    const tensor = (data: number[]) => ({ dtype: 'float32', shape: [3], data }) as const;
    return {
      id: `generated/add/case-${i}`,
      title: { en: `adds ${i}` },
      rules: ['add.C1'],
      source: 'spec',
      inputs: { x: tensor([1, 2, 3]), y: tensor([i, i, i]) },
      ops: [{ op: 'add', in: ['x', 'y'], out: 'z' }],
      expected: { names: { z: tensor([i + 1, i + 2, i + 3]) } },
      conventions: [],
      earlier: [],
      file: 'generated.json',
    };
  });

/** Small cases on a warm worker, against the same in this process: what is left is the way there and back. */
export async function isolationPerCase(): Promise<Row> {
  const cases = generated(5000);
  const [worker, here] = [await inWorkers(1), await inProcess(reference)];
  const t = await compare(
    () => run(cases, worker),
    () => run(cases, here),
    { seconds: 4 },
  );
  await worker.close();
  const [ours, theirs] = [t.ours / cases.length, t.theirs / cases.length];
  return {
    what: 'cost of isolation per case',
    ours: seconds(ours),
    theirs: seconds(theirs),
    figure: (ours - theirs) * 1000,
    unit: 'ms',
    limit: 0.2,
  };
}

/** From nothing to a worker that has loaded the reference. */
export async function workerStart(): Promise<Row> {
  const times: number[] = [];
  for (let i = 0; i < 7; i++) {
    const start = performance.now();
    const worker = await inWorkers(1);
    times.push((performance.now() - start) / 1000);
    await worker.close();
  }
  const s = median(times);
  return { what: 'start of a worker', ours: seconds(s), theirs: '', figure: s, unit: 's' };
}

/** MB that this process's workers hold together. */
const workersHold = (): number => {
  const { stdout } = spawnSync('ps', ['-A', '-o', 'ppid=,rss=,args='], { encoding: 'utf8' });
  const rows = stdout.split('\n').map((line) => line.trim().split(/\s+/));
  const own = rows.filter(([ppid, , ...args]) => Number(ppid) === process.pid && args.join(' ').includes('worker.js'));
  return own.reduce((sum, [, rss]) => sum + Number(rss) / 1024, 0);
};

/** MB of objects that this process holds, without those that only wait to be collected. */
const hereHolds = (): number => {
  setFlagsFromString('--expose_gc');
  runInNewContext('gc')();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 2 ** 20;
};

/** 100,000 cases against ten times 10,000 of them, and what memory has grown by in between. */
export async function longSuite(): Promise<Row[]> {
  const cases = generated(100_000);
  const part = cases.slice(0, 10_000);
  const worker = await inWorkers(1);
  await run(part, worker);
  const short = await time(() => run(part, worker));
  const [workers, here] = [workersHold(), hereHolds()];
  const long = await time(() => run(cases, worker));
  const [workersAfter, hereAfter] = [workersHold(), hereHolds()];
  await worker.close();
  const memory = (what: string, before: number, after: number): Row => ({
    what,
    ours: `${after.toFixed(0)} MB`,
    theirs: `${before.toFixed(0)} MB`,
    figure: after - before,
    unit: 'MB',
    limit: 30,
  });
  return [
    {
      what: '100,000 cases, against 10 × 10,000',
      ours: seconds(long),
      theirs: seconds(10 * short),
      figure: long / (10 * short),
      unit: 'ratio',
      limit: 1.5,
    },
    memory('memory of the worker after 100,000 cases, 10,000', workers, workersAfter),
    memory('memory of the suite after 100,000 cases, 10,000', here, hereAfter),
  ];
}

/** A product of two 128×128 matrices: work enough that it is worth spreading. */
const heavy = (count: number): readonly Case[] =>
  Array.from({ length: count }, (_, i): Case => {
    const ones = { size: [128, 128] };
    return {
      ...generated(1)[0]!,
      id: `generated/matmul/case-${i}`,
      inputs: {},
      ops: [
        { op: 'ones', with: ones, out: 'x' },
        { op: 'matmul', in: ['x', 'x'], out: 'y' },
        { op: 'sum', in: ['y'], out: 's' },
      ],
      expected: { names: { s: { dtype: 'float32', shape: [], data: 128 ** 3 } } },
    };
  });

/** Four workers against one, on cases that take a millisecond or more. */
export async function jobs(): Promise<Row> {
  const cases = heavy(2000);
  const [four, one] = [await inWorkers(4), await inWorkers(1)];
  const t = await compare(
    () => run(cases, four),
    () => run(cases, one),
    { seconds: 4, pairs: 3, warmup: 1 },
  );
  await Promise.all([four.close(), one.close()]);
  const [ours, theirs] = [seconds(t.ours), seconds(t.theirs)];
  return { what: '4 jobs against 1, 2,000 cases of 128×128', ours, theirs, figure: t.ratio, unit: 'ratio' };
}

/** Every case on a third-party library, from the command to its exit. */
export function fullRun(): Row {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [dist('bin.js').pathname, 'run', '--adapter', 'tfjs'], {
    encoding: 'utf8',
  });
  if (status === null || status > 1) throw new NotMeasured(`tconf run --adapter tfjs exited with ${status}: ${stderr}`);
  const s = (performance.now() - start) / 1000;
  return { what: 'tconf run --adapter tfjs', ours: seconds(s), theirs: '', figure: s, unit: 's', limit: 10 };
}
