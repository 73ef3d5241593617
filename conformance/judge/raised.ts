import type { Case, ExpectedError, OpStep, Step } from '../values/case.ts';
import type { Outcome } from '../values/observation.ts';
import { bodyOf } from '../values/steps.ts';
import { isEngineError } from './engine-error.ts';
import { type Finding, nothing, wrong } from './finding.ts';

type Threw = Extract<Outcome, { status: 'threw' }>;

export const pathOf = ({ op }: ExpectedError): readonly number[] => (typeof op === 'number' ? [op] : op);

/** The op at a path into a case's steps and blocks. */
export const stepAt = (steps: readonly Step[], path: readonly number[]): OpStep | undefined => {
  const [at, ...rest] = path;
  const step = at === undefined ? undefined : steps[at];
  if (rest.length > 0) return step && stepAt(bodyOf(step), rest);
  return step !== undefined && 'op' in step ? step : undefined;
};

/** `op 2 (matmul)`, `op 1.0 (add)` within a block. */
export const opText = (c: Pick<Case, 'ops'>, path: readonly number[]): string => {
  const step = stepAt(c.ops, path);
  return `op ${path.join('.')}${step === undefined ? '' : ` (${step.op})`}`;
};

const samePath = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((step, i) => step === b[i]);

/** An op raised where none should. */
export const unexpected = (c: Case, { op, kind, message }: Threw): Finding =>
  wrong({
    reason: 'threw',
    name: 'error',
    message: `${opText(c, op)} raised: ${message}`,
    expected: 'no error',
    got: kind ?? 'an error',
  });

/** Nothing raised where an op should. */
export const missingError = (c: Case, error: ExpectedError): Finding =>
  wrong({
    reason: 'should_have_thrown',
    name: 'error',
    message: `${opText(c, pathOf(error))} raised nothing, where ${error.kind} is due`,
    expected: error.kind,
    got: 'no error',
  });

/** Whether the op that should raise did, and in its own words; the kind counts only if the adapter promises kinds. */
export const judgeRaised = (c: Case, error: ExpectedError, threw: Threw, exact: boolean): Finding => {
  const other = (message: string, got: string): Finding =>
    wrong({ reason: 'wrong_error', name: 'error', message, expected: error.kind, got });
  const due = pathOf(error);
  if (isEngineError(threw.message)) {
    return other(
      `${opText(c, threw.op)} ended in an error of the engine, which is no refusal: ${threw.message}`,
      'an engine error',
    );
  }
  if (!samePath(threw.op, due)) {
    return other(
      `${opText(c, threw.op)} raised, not ${opText(c, due)}: ${threw.message}`,
      `${threw.kind ?? 'an error'} at ${opText(c, threw.op)}`,
    );
  }
  if (threw.kind === error.kind || (!exact && threw.kind === undefined)) return nothing;
  const message = `raised ${threw.kind ?? 'an error of no kind'}, not ${error.kind}: ${threw.message}`;
  return exact ? other(message, threw.kind ?? 'no kind') : { ...nothing, notes: [message] };
};
