/** What a user waits for before the first verdict: the command's start, and a whole run from cold. */
import { spawnSync } from 'node:child_process';
import { compare, median } from './measure.ts';
import { NotMeasured } from './not-measured.ts';
import { type Row, seconds } from './row.ts';

const BIN = new URL('../dist/conformance/cli/bin.js', import.meta.url).pathname;

const node = (...args: string[]) => {
  const run = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (run.status !== 0) throw new NotMeasured(`node ${args.join(' ')} exited with ${run.status}: ${run.stderr}`);
  return run;
};

/** `tconf --help` against a Node that does nothing. */
export async function help(): Promise<Row> {
  const t = await compare(
    () => node(BIN, '--help'),
    () => node('-e', '0'),
    { seconds: 3, pairs: 15 },
  );
  return row('tconf --help, against node -e 0', t.ours, t.theirs, t.ratio, 1.5);
}

/** The note, and the whole suite, on the reference, from a cold start to the exit. */
export const coldRun = (): Row[] => [...cold('note/*', 1), ...cold('*', 2.5)];

function cold(cases: string, limit: number): Row[] {
  const times: number[] = [];
  let peak = 0;
  for (let i = 0; i < 7; i++) {
    const start = performance.now();
    const run = node('--require', new URL('peak.cjs', import.meta.url).pathname, BIN, 'run', cases);
    times.push((performance.now() - start) / 1000);
    peak = Math.max(peak, Number(/peak (\d+) kB/.exec(run.stderr)![1]) / 1024);
  }
  const s = median(times);
  return [
    { what: `tconf run ${cases}, cold`, ours: seconds(s), theirs: '', figure: s, unit: 's', limit },
    { what: 'peak memory of that run', ours: `${peak.toFixed(0)} MB`, theirs: '', figure: peak, unit: 'MB' },
  ];
}

const row = (what: string, ours: number, theirs: number, ratio: number, limit: number): Row => ({
  what,
  ours: seconds(ours),
  theirs: seconds(theirs),
  figure: ratio,
  unit: 'ratio',
  limit,
});
