/** `npm run mutants`: the mutation score of the bundled suite, and every mutant that it does not notice. */
import adapter from '../adapters/reference/index.ts';
import { loadSuite } from '../load/suite.ts';
import type { Tools } from './mutations.ts';
import { score } from './score.ts';

type Any = never;
const { ops, read, autograd } = adapter;
if (autograd?.kind !== 'tape') throw new Error('the mutants are made with a tape');
const box = ops as unknown as Tools['ops'];

const isTensor = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'requires_grad' in value && 'strided' in value;

const tools: Tools = {
  ops: box,
  isTensor,
  dtype: (t) => box.dtype!(t, {}) as string,
  shape: (t) => box.shape!(t, {}) as readonly number[],
  values: (t) => Array.from((read(t as Any) as { data: ArrayLike<number> }).data),
  requiresGrad: (t) => box.requires_grad!(t, {}) as boolean,
  detach: (t) => autograd.detach(t as Any),
  withoutGraph: (run) => autograd.noGrad(run),
};

const { cases } = loadSuite();
const fates = await score(adapter, tools, cases);
const of = (fate: string) => fates.filter((m) => m.fate === fate);
for (const { op, mutation } of of('survived')) console.log(`survived  ${op}: ${mutation}`);
if (process.argv.includes('--idle'))
  for (const { op, mutation } of of('idle')) console.log(`idle      ${op}: ${mutation}`);
const [killed, survived] = [of('killed').length, of('survived').length];
const percent = ((100 * killed) / (killed + survived)).toFixed(1);
console.log(
  `${killed} of ${killed + survived} mutants noticed (${percent} %); ${of('idle').length} more found nothing to change`,
);
