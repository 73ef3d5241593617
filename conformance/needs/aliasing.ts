import { isPath } from '../plan/index-expression.ts';
import type { Operand, Path } from '../plan/operand.ts';
import { pathsOf } from '../plan/option.ts';
import type { Call, Instruction, Plan } from '../plan/plan.ts';
import type { Request } from '../values/case.ts';

/** A tensor with the memory that it may share with others. */
interface Alias {
  readonly memory: object;
}
/** One thing that a case does, loops unrolled far enough to see what follows what. */
type Event =
  | { readonly kind: 'call'; readonly call: Call }
  | { readonly kind: 'rows'; readonly names: string | readonly string[]; readonly of: Path };

/**
 * Whether a case writes to memory that is read then, or later, through another tensor: a library whose tensors cannot be written to
 * cannot run it. Which ops give views, the pages say.
 */
export function needsViews(plan: Plan, { inputs }: Pick<Request, 'inputs'>): boolean {
  const events = unroll(plan.body);
  if (!events.some((event) => event.kind === 'call' && (isWrite(event.call) || event.call.op === 'step'))) return false;
  const observed = plan.observe.map(({ path }) => path.name);
  const names = new Map<string, Alias>(Object.keys(inputs).map((name) => [name, { memory: {} }]));
  const stepped = parametersOf(events);
  for (const [i, event] of events.entries()) {
    if (event.kind === 'rows') {
      bindRows(names, event.names, event.of);
      continue;
    }
    const written = event.call.op === 'step' ? stepped(event.call) : namesWrittenBy(event.call);
    if (written.some((name) => isShared(names, name, events.slice(i), observed))) return true;
    bindCall(names, event.call);
  }
  return false;
}

/** A loop's body twice: what its second round reads, the first may have written. */
function unroll(body: readonly Instruction[]): Event[] {
  return body.flatMap((instruction): Event[] => {
    switch (instruction.kind) {
      case 'call':
        return [{ kind: 'call', call: instruction }];
      case 'no_grad':
      case 'try':
        return unroll(instruction.body);
      case 'repeat':
        return [...unroll(instruction.body), ...unroll(instruction.body)];
      case 'for': {
        const round: Event[] = [{ kind: 'rows', names: instruction.names, of: instruction.of }];
        round.push(...unroll(instruction.body));
        return [...round, ...round];
      }
      default:
        return [];
    }
  });
}

/** `requires_grad_` changes a tensor, but not its memory. */
const isWrite = (call: Call): boolean => (call.inplace && call.op !== 'requires_grad_') || call.target !== undefined;

function namesWrittenBy(call: Call): readonly string[] {
  if (!isWrite(call)) return [];
  const target = call.target ?? call.operands[0];
  // A `.grad` is nobody's view.
  return target?.kind === 'path' && !target.segments.includes('grad') ? [target.name] : [];
}

/** The parameters to which a step writes: those that its optimizer was given one by one. */
function parametersOf(events: readonly Event[]): (step: Call) => readonly string[] {
  const given = new Map<string, readonly string[]>();
  for (const event of events)
    if (event.kind === 'call' && event.call.role === 'optimizer' && typeof event.call.out === 'string')
      given.set(event.call.out, event.call.operands.flatMap(namesIn));
  return ({ operands: [optimizer] }) => (optimizer?.kind === 'path' ? (given.get(optimizer.name) ?? []) : []);
}

const namesIn = (operand: Operand): readonly string[] =>
  operand.kind === 'path' ? [operand.name] : operand.kind === 'operands' ? operand.items.flatMap(namesIn) : [];

/** `now` begins with the write itself, which may read what it writes to. */
function isShared(
  names: ReadonlyMap<string, Alias>,
  written: string,
  now: readonly Event[],
  observed: readonly string[],
): boolean {
  const own = names.get(written);
  for (const [name, alias] of names) {
    if (alias === own || alias.memory !== own?.memory) continue;
    if (observed.includes(name) || now.some((event) => reads(event, name))) return true;
  }
  return false;
}

function reads(event: Event, name: string): boolean {
  if (event.kind === 'rows') return event.of.name === name;
  const { operands, options } = event.call;
  const inOperand = (operand: Operand): boolean =>
    operand.kind === 'path' ? operand.name === name : operand.kind === 'operands' && operand.items.some(inOperand);
  return operands.some(inOperand) || options.some((option) => pathsOf(option).some((path) => path.name === name));
}

function bindRows(names: Map<string, Alias>, bound: string | readonly string[], of: Path): void {
  const memory = names.get(of.name)?.memory ?? {};
  for (const name of [bound].flat()) names.set(name, { memory });
}

function bindCall(names: Map<string, Alias>, call: Call): void {
  const source = call.target ?? call.operands[0];
  const isWhole = source?.kind === 'path' && source.segments.every((segment) => segment === 'data');
  const from = isWhole ? names.get(source.name) : undefined;
  const alias: Alias =
    isWrite(call) && from !== undefined ? from : { memory: sharesMemory(call) ? (from?.memory ?? {}) : {} };
  for (const name of [call.out ?? []].flat()) if (name !== null) names.set(name, alias);
}

/** An index with tensors or booleans copies. */
function sharesMemory(call: Call): boolean {
  if (call.page.view !== true) return false;
  return !call.options.some(
    (option) => option.kind === 'index' && option.value.some((entry) => typeof entry === 'boolean' || isPath(entry)),
  );
}
