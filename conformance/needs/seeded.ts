import { pathsOf } from '../plan/option.ts';
import type { Call, Instruction } from '../plan/plan.ts';
import type { Case, Expectation, Expected } from '../values/case.ts';
import { namesOf } from './operand-names.ts';

/**
 * Whether a case expects numbers that PyTorch's own random stream gives after a seed. Without a seed nothing can be
 * expected of single draws, and a distribution is any generator's.
 */
export function isSeeded(body: readonly Instruction[], { expected, conventions, earlier }: Case): boolean {
  if (!seeds(body)) return false;
  const drawn = new Set<string>();
  const memory: Memory = new Map();
  // Twice, for what a loop's second round reads.
  spread(body, drawn, memory);
  spread(body, drawn, memory);
  const all = [expected, ...[...conventions, ...earlier].map((choice) => choice.expected)];
  return all.some((one) => expectsDraws(one, drawn));
}

function expectsDraws({ names, either }: Expected, drawn: ReadonlySet<string>): boolean {
  const own = Object.entries(names).some(([name, one]) => drawn.has(name.split('.')[0]!) && isExact(one));
  return own || either?.some((one) => expectsDraws(one, drawn)) === true;
}

const isExact = (one: Expectation): boolean =>
  one.data !== undefined ||
  one.value !== undefined ||
  one.prints !== undefined ||
  (one.each?.some(isExact) ?? false) ||
  (one.either?.some(isExact) ?? false);

/** Of a view, the name of the tensor whose memory it is. */
type Memory = Map<string, string>;

const seeds = (body: readonly Instruction[]): boolean =>
  body.some((instruction) =>
    instruction.kind === 'call'
      ? instruction.op === 'manual_seed'
      : instruction.kind !== 'unknown' && seeds(instruction.body),
  );

/** Marks the names whose values depend on draws. */
function spread(body: readonly Instruction[], drawn: Set<string>, memory: Memory): void {
  for (const instruction of body) {
    if (instruction.kind === 'call') {
      carry(instruction, drawn, memory);
    } else if (instruction.kind !== 'unknown') {
      if (instruction.kind === 'for') mark(drawn, [instruction.names].flat(), drawn.has(instruction.of.name));
      spread(instruction.body, drawn, memory);
    }
  }
}

/** Ops that overwrite all of their target. */
const overwriting: ReadonlySet<string> = new Set(['zero_', 'fill_', 'copy_']);

function carry(call: Call, drawn: Set<string>, memory: Memory): void {
  const read = [...call.operands.flatMap(namesOf), ...call.options.flatMap(pathsOf).map((path) => path.name)];
  const overwrites = overwriting.has(call.op) || call.op === 'load_state_dict';
  const depends = draws(call) || (overwrites ? read.slice(1) : read).some((name) => drawn.has(name));
  const target =
    call.inplace || overwrites ? namesOf(call.operands[0]!) : call.target === undefined ? [] : [call.target.name];
  mark(drawn, depends ? target.flatMap((name) => sharing(name, memory)) : target, depends);
  const [source] = call.page.view === true ? namesOf(call.operands[0]!) : [];
  if (source !== undefined && typeof call.out === 'string') memory.set(call.out, memory.get(source) ?? source);
  // What a tensor's shape or dtype is does not depend on its values.
  mark(drawn, [call.out ?? []].flat(), depends && call.page.feature !== 'attributes');
}

/** The name, and those that denote the same memory. */
function sharing(name: string, memory: Memory): readonly string[] {
  const base = memory.get(name) ?? name;
  return [name, base, ...[...memory].filter(([, of]) => of === base).map(([view]) => view)];
}

/** A layer with an option for its initial value draws none. */
const draws = ({ op, page, role, options }: Call): boolean => {
  if (role === 'module') return page.paths?.includes('weight') === true && !('init' in page.options);
  if (op === 'data.DataLoader') return options.some(({ name, value }) => name === 'shuffle' && value === true);
  return page.feature === 'random' && page.results[0]?.type === 'tensor';
};

function mark(drawn: Set<string>, names: readonly (string | null)[], depends: boolean): void {
  for (const name of names) {
    if (name === null) continue;
    if (depends) drawn.add(name);
    else drawn.delete(name);
  }
}
