import { parsePath } from '../plan/operand.ts';
import { pathsOf } from '../plan/option.ts';
import { type Call, type Instruction, planOf } from '../plan/plan.ts';
import type { Case, Dtype, ErrorKind, Expectation } from '../values/case.ts';
import { isFloat } from '../values/dtypes.ts';
import { needsViews } from './aliasing.ts';
import { callsIn, isCall } from './calls.ts';
import { namesOf as namesAt } from './operand-names.ts';
import { isSeeded } from './seeded.ts';

export type Feature =
  | 'autograd'
  /** Errors of a recorded graph, which a function of a function does not have. */
  | 'autograd.tape'
  | 'views'
  | 'random.pytorch'
  | 'print';

/** What a case asks of a library, derived from its ops, inputs and expectations through the pages. */
export interface Needs {
  readonly ops: readonly string[];
  readonly dtypes: readonly Dtype[];
  readonly features: readonly Feature[];
  /** What the inputs and expectations are like, for selecting cases. */
  readonly tags: readonly ('zero-size' | '0-d' | 'float64')[];
  /** The op that is expected to raise. */
  readonly raises: string | undefined;
  /** What it is expected to raise. */
  readonly kind?: ErrorKind;
}

export function needsOf(one: Case): Needs {
  const plan = planOf({
    id: one.id,
    inputs: one.inputs,
    ops: one.ops,
    observe: namesOf(one).map((name) => ({ name })),
  });
  const calls = callsIn(plan.body);
  const known = calls.filter(isCall);
  const expectations = Object.values(one.expected.names);
  const shapes = [...Object.values(one.inputs), ...expectations].flatMap(({ shape }) =>
    shape === undefined ? [] : [shape],
  );
  const dtypes = [...new Set([...Object.values(one.inputs), ...expectations].flatMap(({ dtype }) => dtype ?? []))];
  for (const call of known) for (const option of call.options) if (option.kind === 'dtype') dtypes.push(option.value);
  const features: Feature[] = [];
  if (known.some(needsAutograd) || usesGradients(one)) features.push('autograd');
  if (
    known.some(needsTape) ||
    triesToPass(plan.body) ||
    tapeErrors.has(one.expected.error?.kind as ErrorKind) ||
    refusesToRecord(one, known) ||
    refusesWhatRecords(one, known)
  )
    features.push('autograd.tape');
  if (needsViews(plan, one) || needsMemory(one, known)) features.push('views');
  if (isSeeded(plan.body, one)) features.push('random.pytorch');
  if (expectations.some(isOnlyText)) features.push('print');
  const tags: Needs['tags'][number][] = [];
  if (shapes.some((shape) => shape.includes(0))) tags.push('zero-size');
  if (shapes.some((shape) => shape.length === 0)) tags.push('0-d');
  if (dtypes.includes('float64')) tags.push('float64');
  return {
    ops: [...new Set(calls.map(({ op }) => op))],
    dtypes: [...new Set(dtypes)],
    features,
    tags,
    raises: raisingCall(one, known)?.op,
    ...(one.expected.error !== undefined && { kind: one.expected.error.kind }),
  };
}

const namesOf = (one: Case): readonly string[] => Object.keys(one.expected.names);

const tapeErrors: ReadonlySet<ErrorKind> = new Set([
  'graph_freed',
  'saved_tensor_modified',
  'leaf_inplace',
  'no_grad_graph',
]);

const autogradOps: ReadonlySet<string> = new Set([
  'backward',
  'detach',
  'autograd.grad',
  'requires_grad_',
  'retain_grad',
]);
const needsAutograd = (call: Call): boolean => autogradOps.has(call.op) || call.leaf;
const needsTape = ({ op, options }: Call): boolean =>
  op === 'retain_grad' ||
  (op === 'backward' && options.some(({ name, value }) => name === 'create_graph' && value === true));

const isPass = ({ op }: Call): boolean => op === 'backward' || op === 'autograd.grad';

/** A backward that may raise: a function of a function keeps nothing that an error could leave in disorder. */
const triesToPass = (body: readonly Instruction[]): boolean =>
  body.some((instruction) => {
    if (instruction.kind === 'try' && callsIn(instruction.body).filter(isCall).some(isPass)) return true;
    return 'body' in instruction && triesToPass(instruction.body);
  });

const usesGradients = (one: Case): boolean =>
  Object.values(one.inputs).some((input) => input.requires_grad === true) ||
  namesOf(one).some((name) => parsePath(name).segments.includes('grad'));

/** Text and nothing else: a library that does not print cannot be held to it. */
const isOnlyText = (one: Expectation): boolean =>
  (one.prints !== undefined && Object.keys(one).length === 1) || (one.either?.every(isOnlyText) ?? false);

function raisingCall({ expected }: Case, calls: readonly Call[]): Call | undefined {
  if (expected.error === undefined) return undefined;
  const place = [expected.error.op].flat().join();
  return calls.find((call) => call.place.join() === place);
}

/** An op that raises only because a graph is recorded, which a function of a function meets no sooner than its gradient. */
const refusesToRecord = (one: Case, calls: readonly Call[]): boolean => {
  const call = raisingCall(one, calls);
  if (one.expected.error?.kind !== 'unsupported_dtype' || call === undefined || call.leaf) return false;
  const into = call.options.find(({ kind, name }) => kind === 'dtype' && name === 'dtype')?.value;
  const records = Object.values(one.inputs).some(({ requires_grad }) => requires_grad === true);
  return records && into !== undefined && !isFloat(into as Dtype);
};

/** An op that raises because what it has no gradient of asks for one: a function of a function does not ask. */
const refusesWhatRecords = (one: Case, calls: readonly Call[]): boolean => {
  const call = raisingCall(one, calls);
  if (one.expected.error?.kind !== 'invalid_argument' || call === undefined) return false;
  const { page } = call;
  const flat = call.operands.filter((_, i) => !page.differentiable.includes(page.operands[i]?.name ?? ''));
  const names = [...flat.flatMap(namesAt), ...call.options.flatMap(pathsOf).map(({ name }) => name)];
  return page.differentiable.length > 0 && names.some((name) => one.inputs[name]?.requires_grad === true);
};

/** Errors about memory that is written to: where a name is bound anew instead, there is nothing to raise. */
const needsMemory = (one: Case, calls: readonly Call[]): boolean => {
  const call = raisingCall(one, calls);
  return (
    one.expected.error?.kind === 'saved_tensor_modified' || call?.target !== undefined || overlaps(one, call, calls)
  );
};

/** What an op writes to is also one of its other operands, or has one place for several elements. */
const overlaps = (one: Case, call: Call | undefined, calls: readonly Call[]): boolean => {
  if (call?.inplace !== true || one.expected.error?.kind !== 'invalid_argument') return false;
  const [[self] = [], ...others] = call.operands.map(namesAt);
  return others.flat().includes(self!) || calls.some(({ op, out }) => op === 'expand' && out === self);
};
