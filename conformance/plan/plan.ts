import type { Page } from '../pages/page.ts';
import { pageOf } from '../pages/page-of.ts';
import { type Role, roleOf } from '../pages/role.ts';
import type { OpStep, Request, Step } from '../values/case.ts';
import { type Operand, type Path, parseOperand, parsePath } from './operand.ts';
import { type Option, parseOptions } from './option.ts';

/** A call, with all that can be known before the case runs. */
export interface Call {
  readonly kind: 'call';
  /** The index of the step, or the path to it through blocks. */
  readonly place: readonly number[];
  readonly op: string;
  readonly page: Page;
  readonly role: Role;
  /** It writes to its first operand. */
  readonly inplace: boolean;
  readonly operands: readonly Operand[];
  readonly options: readonly Option[];
  /** It makes a leaf. */
  readonly leaf: boolean;
  /** The floats among its literals. */
  readonly floats: readonly number[];
  /** The tensor that the option \`out\` names. */
  readonly target: Path | undefined;
  readonly out: string | readonly (string | null)[] | undefined;
}
/** An op without a page. */
export interface UnknownCall {
  readonly kind: 'unknown';
  readonly op: string;
}
export type Instruction =
  | Call
  | UnknownCall
  | { readonly kind: 'no_grad'; readonly body: readonly Instruction[] }
  | { readonly kind: 'try'; readonly body: readonly Instruction[] }
  | { readonly kind: 'repeat'; readonly times: number; readonly body: readonly Instruction[] }
  | {
      readonly kind: 'for';
      readonly place: readonly number[];
      readonly names: string | readonly string[];
      readonly of: Path;
      readonly body: readonly Instruction[];
    };

export interface Plan {
  readonly body: readonly Instruction[];
  readonly observe: readonly { readonly name: string; readonly path: Path; readonly prints: boolean }[];
}

/** Those that were read last: of all cases they would take more memory than the cases. */
let last: { readonly steps: readonly Step[]; readonly body: readonly Instruction[] } | undefined;

/** Reads a case once for all who look at it in turn. */
export function planOf(request: Request): Plan {
  if (last?.steps !== request.ops) last = { steps: request.ops, body: readSteps(request.ops, []) };
  return { body: last.body, observe: observeOf(request) };
}

const observeOf = ({ observe }: Request): Plan['observe'] =>
  observe.map(({ name, prints }) => ({ name, path: parsePath(name), prints: prints === true }));

function readSteps(steps: readonly Step[], outer: readonly number[]): readonly Instruction[] {
  return steps.map((step, i) => readStep(step, [...outer, i]));
}

function readStep(step: Step, place: readonly number[]): Instruction {
  if ('op' in step) return readCall(step, place);
  if ('no_grad' in step) return { kind: 'no_grad', body: readSteps(step.no_grad, place) };
  if ('try' in step) return { kind: 'try', body: readSteps(step.try, place) };
  const body = readSteps(step.ops, place);
  if ('repeat' in step) return { kind: 'repeat', times: step.repeat, body };
  return { kind: 'for', place, names: step.for, of: parsePath(step.of), body };
}

function readCall(step: OpStep, place: readonly number[]): Instruction {
  const entry = pageOf(step.op);
  if (entry === undefined) return { kind: 'unknown', op: step.op };
  const { page, inplace } = entry;
  const operands = readOperands(page, step);
  const options = parseOptions(page, step.with);
  return {
    kind: 'call',
    place,
    op: step.op,
    page,
    role: roleOf(page),
    inplace: inplace || page.mutates === true,
    operands,
    options,
    leaf: options.some(({ name, value }) => name === 'requires_grad' && value === true) && page.mutates !== true,
    floats: [...operands.flatMap(floatsOf), ...options.flatMap(floatOf)],
    target: options
      .map((option) => (option.name === 'out' && option.kind === 'ref' ? option.value : undefined))
      .find(Boolean),
    out: step.out,
  };
}

/** Padded to the page's arity; what a page calls variadic is one list. */
function readOperands(page: Page, step: OpStep): readonly Operand[] {
  const given = (step.in ?? []).map(parseOperand);
  const operands: Operand[] = page.operands.map((operand, i) => {
    if (operand.variadic === true) return { kind: 'operands', items: given.slice(i) };
    return given[i] ?? { kind: 'host', value: null, type: 'none' };
  });
  return page.operands.at(-1)?.variadic === true ? operands : [...operands, ...given.slice(operands.length)];
}

function floatsOf(operand: Operand): readonly number[] {
  if (operand.kind === 'operands') return operand.items.flatMap(floatsOf);
  return operand.kind === 'host' && operand.type === 'float' ? [operand.value as number] : [];
}

const floatOf = (option: Option): readonly number[] => (option.kind === 'scalar' ? floatsOf(option.value) : []);
