/** How many random programs a second are drawn, run on both sides and compared. */
import adapter from '../conformance/adapters/reference/index.ts';
import { fuzz } from '../conformance/fuzz/fuzz.ts';
import type { Implementation } from '../conformance/run/implementation.ts';
import { inProcess } from '../conformance/run/in-process.ts';
import { startProcess } from '../conformance/stdio/process.ts';
import { median } from './measure.ts';
import { type Row, seconds } from './row.ts';

const HARNESS = 'python3 conformance/adapters/pytorch/harness.py';
const RUNS = 4000;

const rate = async (against: Implementation): Promise<number> => {
  const tested = await inProcess(adapter);
  const times: number[] = [];
  for (let seed = 1; seed <= 4; seed++) {
    const start = performance.now();
    await fuzz({ tested, against }, { seed, runs: RUNS });
    times.push((performance.now() - start) / 1000 / RUNS);
  }
  return 1 / median(times.slice(1));
};

const row = (what: string, figure: number): Row => ({
  what,
  ours: `${seconds(1 / figure)} a program`,
  theirs: '',
  figure,
  unit: 'cases/s',
});

/** Against itself at least 2,000 a second, against PyTorch at least 500. */
export async function programs(): Promise<Row[]> {
  const itself = await rate(await inProcess(adapter));
  const pytorch = await startProcess(HARNESS, { ahead: 64 });
  try {
    return [
      row('random programs, reference against reference (at least 2,000)', itself),
      row('random programs, reference against PyTorch over stdio (at least 500)', await rate(pytorch)),
    ];
  } finally {
    await pytorch.close();
  }
}
