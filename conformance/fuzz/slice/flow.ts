/**
 * What each name of a program is computed from: forwards through its calls, back through its gradients, and through memory that
 * names share. It is told too much rather than too little.
 */
import type { Page, ResultType } from '../../pages/page.ts';
import { computes, hasTrait } from '../../pages/traits.ts';
import type { OpStep, Step } from '../../values/case.ts';
import { namesIn, refsIn } from '../../values/literal.ts';
import { callsIn } from '../../values/steps.ts';
import { boundBy } from '../draw/names.ts';
import type { Program } from '../draw/program.ts';
import { writes } from '../draw/step.ts';
import { isGradient, Memory, rootOf } from './memory.ts';
import { goBack, onWayFrom, type Recorded, recordedPass } from './tape.ts';
import { closure, type Value, value } from './value.ts';

/** What something in a program is computed from. */
export interface Sources {
  /** The numbers of the calls, as `callsIn` counts them. */
  readonly calls: ReadonlySet<number>;
  /** The names whose values count. */
  readonly names: ReadonlySet<string>;
}

export interface Flow {
  /** Of what a name or path holds in the end. */
  readonly of: (path: string) => Sources;
  /** Of whether a call raises, itself among them. */
  readonly raising: (call: number) => Sources;
}

/** Ops on objects of the host that change what these hold. */
const changers: ReadonlySet<string> = new Set(['step', 'load_state_dict', 'zero_grad']);

/** Results that hold their operands as they are. */
const holders: ReadonlySet<ResultType> = new Set(['module', 'optimizer', 'loader', 'dataset', 'sequence']);

class Reading {
  readonly memory: Memory = new Memory();
  readonly #tape: Recorded[] = [];
  readonly #ended = new Map<number, Value>();
  readonly #steps: readonly OpStep[];
  readonly #pages = new Map<OpStep, ReturnType<typeof computes>>();
  /** The numbers that a generator draws next. */
  #stream: Value = value(undefined);

  constructor({ inputs, ops }: Program) {
    this.#steps = callsIn(ops);
    for (const name of Object.keys(inputs)) this.memory.bind(name, value(undefined));
    this.#block(ops, true);
  }

  ended(call: number): Value | undefined {
    return this.#ended.get(call);
  }

  #block(steps: readonly Step[], recording: boolean): void {
    for (const step of steps)
      if ('op' in step) this.#call(step, this.#steps.indexOf(step), recording);
      else if ('no_grad' in step) this.#block(step.no_grad, false);
      else if ('try' in step) this.#block(step.try, recording);
      else {
        if ('for' in step)
          for (const name of [step.for].flat())
            this.memory.bind(name, value(undefined, this.memory.at(step.of)), [rootOf(step.of)]);
        // What one round leaves, the next one may read.
        this.#block(step.ops, recording);
        this.#block(step.ops, recording);
      }
  }

  #call(step: OpStep, by: number, recording: boolean): void {
    const paths = [...(step.in ?? []).flatMap(namesIn), ...Object.values(step.with ?? {}).flatMap(refsIn)];
    const operands = paths.map((path) => this.memory.at(path)).filter((one) => one !== undefined);
    if (step.op === 'backward' || step.op === 'autograd.grad') this.#pass(step, by);
    else if (writes(step) || changers.has(step.op)) this.#write(step, by, operands, recording);
    else this.#result(step, by, operands, recording);
  }

  #pagesOf(step: OpStep): ReturnType<typeof computes> {
    const known = this.#pages.get(step) ?? computes(step, this.#steps);
    this.#pages.set(step, known);
    return known;
  }

  #record(step: OpStep, by: number, operands: readonly Value[], results: readonly Value[]): void {
    const pages = this.#pagesOf(step);
    if (!pages.some(({ differentiable }) => differentiable.length > 0)) return;
    const linear = pages.every((page) => hasTrait(page, 'linear'));
    const values = linear ? this.#constants(step, pages[0]!) : [...operands, ...results];
    this.#tape.push({ by, operands, results, linear, values });
  }

  /** The values of a call in which it has no gradient: a mask, a target, an index. */
  #constants({ in: given = [], with: options = {} }: OpStep, { operands, differentiable }: Page): readonly Value[] {
    const constant = given.filter((_, i) => !differentiable.includes(operands[Math.min(i, operands.length - 1)]!.name));
    const paths = [...constant.flatMap(namesIn), ...Object.values(options).flatMap(refsIn)];
    return paths.map((path) => this.memory.at(path)).filter((one) => one !== undefined);
  }

  #result(step: OpStep, by: number, operands: readonly Value[], recording: boolean): void {
    const [page] = this.#pagesOf(step);
    const draws = page?.feature === 'random';
    const result = value(by, ...operands, ...(draws ? [this.#stream] : []));
    if (draws) this.#stream = result;
    this.#ended.set(by, result);
    const made = page?.results[0]?.type;
    const shares = page?.view === true ? 1 : made !== undefined && holders.has(made) ? Number.POSITIVE_INFINITY : 0;
    const names = (step.in ?? []).flatMap(namesIn).slice(0, shares).map(rootOf);
    const results = boundBy(step).map((name) => {
      const own = value(by, result);
      this.memory.bind(name, own, names);
      return own;
    });
    if (recording) this.#record(step, by, operands, results);
  }

  #write(step: OpStep, by: number, operands: readonly Value[], recording: boolean): void {
    const path = String((step.in ?? [])[0]);
    const group = [...this.memory.sharing(rootOf(path))];
    const gradients = step.op === 'step' ? group.map((name) => this.memory.at(`${name}.grad`)) : [];
    const before = group.map((name) => this.memory.at(name));
    const change = value(by, ...operands, ...gradients);
    this.#ended.set(by, change);
    if (isGradient(path)) this.memory.grow(rootOf(path), by, change);
    else if (step.op === 'zero_grad') for (const name of group) this.memory.grow(name, by, change);
    else {
      const after = group.map((name, i) => {
        const written = value(by, change, before[i]);
        this.memory.hold(name, written);
        return written;
      });
      const all = [...operands, ...before.filter((one) => one !== undefined)];
      if (recording) this.#record(step, by, all, after);
    }
    for (const name of boundBy(step)) this.memory.bind(name, this.memory.at(path) ?? change, [rootOf(path)]);
  }

  #pass(step: OpStep, by: number): void {
    const [root, second] = step.in ?? [];
    const read = (paths: readonly string[]): readonly Value[] =>
      paths.map((path) => this.memory.at(path)).filter((one) => one !== undefined);
    const given = [
      ...(step.op === 'backward' && second != null ? namesIn(second) : []),
      ...Object.values(step.with ?? {}).flatMap(refsIn),
    ];
    const roots = read(namesIn(root ?? null));
    const { gradients, through } = goBack(this.#tape, by, roots, read(given));
    const gradientOf = (name: string): readonly Value[] =>
      this.memory.everHeld(name).flatMap((one) => gradients.get(one) ?? []);
    const earlier = [...this.#ended].filter(([call]) => this.#isPass(call)).map(([, ended]) => ended);
    const saved = through.flatMap((call) => [...call.operands, ...call.results]);
    const written = this.memory.names.filter((name) => this.memory.everHeld(name).some((one) => saved.includes(one)));
    this.#ended.set(by, value(by, ...roots, ...gradients.values(), ...read(written), ...earlier));

    // That the other pass adds to no leaf is for a library to show.
    const grown = this.memory.names
      .filter((name) => gradientOf(name).length > 0)
      .map((name) => this.memory.grow(name, by, ...gradientOf(name)));
    const inputs = step.op === 'backward' ? this.memory.names : namesIn(second ?? null).map(rootOf);
    const asked = inputs.map((name) => value(by, ...gradientOf(name)));
    if (step.op !== 'backward')
      for (const [i, name] of boundBy(step).entries()) if (asked[i]) this.memory.bind(name, asked[i]);
    const results = step.op === 'backward' ? grown : asked;
    const starts = inputs.flatMap((name) => this.memory.everHeld(name));
    if (step.with?.create_graph === true) this.#tape.push(recordedPass(by, onWayFrom(starts, through), results));
  }

  #isPass(call: number): boolean {
    const op = this.#steps[call]?.op;
    return op === 'backward' || op === 'autograd.grad';
  }
}

const sourcesOf = (from: Value | undefined, memory: Memory): Sources => {
  const all = closure(from === undefined ? [] : [from]);
  const calls = new Set([...all].flatMap(({ by }) => by ?? []));
  const names = new Set(memory.names.filter((name) => memory.everHeld(name).some((one) => all.has(one))));
  return { calls, names };
};

const known = new WeakMap<Program, Flow>();

export const flowOf = (program: Program): Flow => {
  const before = known.get(program);
  if (before !== undefined) return before;
  const reading = new Reading(program);
  const flow: Flow = {
    of: (path) => sourcesOf(reading.memory.at(path), reading.memory),
    raising: (call) => sourcesOf(reading.ended(call), reading.memory),
  };
  known.set(program, flow);
  return flow;
};
