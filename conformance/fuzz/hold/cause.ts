import { stepAt } from '../../judge/raised.ts';
import { pageOf } from '../../pages/page-of.ts';
import type { OpStep } from '../../values/case.ts';
import { callsIn } from '../../values/steps.ts';
import { binds, writes } from '../draw/step.ts';
import { inOrder } from './places.ts';
import type { Difference } from './stage.ts';

/** What a difference comes down to: findings of one cause are told once. */
export interface Cause {
  /** The op that is wrong, or `gradient of <op>`. */
  readonly op: string;
  /** How: the reason of the verdict, or the verdict itself. */
  readonly reason: string;
}

/** The op whose gradient is looked at: the last one before the pass that is no mere sum. */
const differentiated = (ops: readonly OpStep[]): string => {
  const pass = ops.findIndex(({ op }) => op === 'backward' || op === 'autograd.grad');
  const before = pass < 0 ? ops : ops.slice(0, pass);
  const last = before.findLast(({ op }) => op !== 'sum' && pageOf(op)?.page.differentiable.length) ?? before.at(-1);
  return last?.op ?? 'a leaf';
};

const placeOf = (ops: readonly OpStep[], name: string): number => {
  const at = ops.findIndex((step) => binds(step, name));
  if (at >= 0) return at;
  // What an input held is changed by an op that writes: to it, or else to a view of it.
  const own = ops.findLastIndex((step) => writes(step) && step.in?.[0] === name);
  return own >= 0 ? own : ops.findLastIndex(writes);
};

/** The op that a difference points to first, in the order of the program. */
export const causeOf = ({
  program,
  verdict,
  case: one,
  raised = {},
}: Pick<Difference, 'program' | 'verdict' | 'raised'> & Partial<Pick<Difference, 'case'>>): Cause => {
  const ops = callsIn(program.ops);
  const reason = verdict.reason ?? verdict.verdict;
  // Which op kills a worker is known when it is alone.
  if (verdict.verdict !== 'fail') return { op: ops.length === 1 ? ops[0]!.op : 'a program', reason };
  const mismatches = verdict.mismatches ?? [];
  // Where the two sides part is the first of the places at which one raised.
  const [first] = Object.values(raised).sort(inOrder);
  if (mismatches.some(({ name }) => name === 'error') || mismatches.length === 0) {
    const due = one?.expected.error && stepAt(one.ops, [one.expected.error.op].flat())?.op;
    const op = (first && stepAt(program.ops, first)?.op) ?? due ?? ops.at(-1)?.op ?? 'program';
    return { op: op === 'backward' ? `gradient of ${differentiated(ops)}` : op, reason };
  }
  const values = mismatches.filter(({ name }) => !name.includes('.grad'));
  if (values.length === 0) return { op: `gradient of ${differentiated(ops)}`, reason };
  const places = values.map(({ name }) => placeOf(ops, name.replace(/\[.*/, ''))).filter((at) => at >= 0);
  return { op: ops[Math.min(...places)]?.op ?? 'inputs', reason };
};

export const keyOf = ({ op, reason }: Cause): string => `${op} ${reason}`;
