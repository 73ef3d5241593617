/** SGD once more, open to faults: without any it does what the reference does. */
import type { Tools } from '../mutation.ts';

export interface Options {
  readonly lr?: number;
  readonly momentum?: number;
  readonly dampening?: number;
  readonly weight_decay?: number;
  readonly nesterov?: boolean;
  readonly maximize?: boolean;
}

/** One parameter in one step. */
export interface Turn {
  readonly parameter: unknown;
  /** Which of the parameters, and which of those that have a gradient. */
  readonly place: number;
  readonly nth: number;
  /** From 1 on. */
  readonly step: number;
  readonly count: number;
  readonly tools: Tools;
  readonly options: Required<Options>;
}

export interface Faults {
  readonly options?: (options: Required<Options>, turn: Turn) => Required<Options>;
  /** Whether a parameter is passed over. */
  readonly skips?: (turn: Turn) => boolean;
  /** Under what its velocity is kept. */
  readonly key?: (turn: Turn) => unknown;
  /** g, given the gradient and the parameter. */
  readonly gradient?: (g: unknown, turn: Turn) => unknown;
  /** The first velocity. */
  readonly first?: (g: unknown, turn: Turn) => unknown;
  /** A later one. */
  readonly next?: (v: unknown, g: unknown, turn: Turn) => unknown;
  /** Along what the step goes. */
  readonly direction?: (g: unknown, v: unknown, turn: Turn) => unknown;
  /** How it is made. */
  readonly write?: (parameter: unknown, along: unknown, turn: Turn) => void;
  /** What a parameter without gradient means. */
  readonly without?: 'ends the step' | 'velocity goes on';
}

const NONE = {};

const right: Required<Omit<Faults, 'without' | 'skips' | 'options'>> = {
  key: ({ parameter }) => parameter,
  // g ← ±g + λp
  gradient: (grad, { parameter, tools: { ops }, options: { maximize, weight_decay } }) => {
    const g = maximize ? ops.neg!(grad, NONE) : grad;
    return weight_decay === 0 ? g : ops.add!(g, parameter, { alpha: weight_decay });
  },
  first: (g, { tools: { ops } }) => ops.clone!(g, NONE),
  // v ← μv + (1 − τ)g
  next: (v, g, { tools: { ops }, options: { momentum, dampening } }) =>
    ops.add_!(ops.mul_!(v, momentum, NONE) ?? v, g, { alpha: 1 - dampening }) ?? v,
  direction: (g, v, { tools: { ops }, options: { nesterov, momentum } }) =>
    nesterov ? ops.add!(g, v, { alpha: momentum }) : v,
  write: (p, along, { tools: { ops }, options: { lr } }) => {
    ops.add_!(p, along, { alpha: -lr });
  },
};

/** The function that makes a step. */
export function sgd(parameters: readonly unknown[], given: Options, tools: Tools, faults: Faults): () => void {
  const { lr = 1e-3, momentum = 0, dampening = 0, weight_decay = 0, nesterov = false, maximize = false } = given;
  const due = { lr, momentum, dampening, weight_decay, nesterov, maximize };
  const velocities = new Map<unknown, unknown>();
  const how = { ...right, ...faults };
  let steps = 0;
  const one = (turn: Turn, grad: unknown): void => {
    const g = how.gradient(grad, turn);
    if (turn.options.momentum === 0) {
      how.write(turn.parameter, g, turn);
      return;
    }
    const key = how.key(turn);
    const before = velocities.get(key);
    const v = before === undefined ? how.first(g, turn) : how.next(before, g, turn);
    velocities.set(key, v);
    how.write(turn.parameter, how.direction(g, v, turn), turn);
  };
  const step = (): void => {
    steps++;
    let nth = 0;
    for (const [place, parameter] of parameters.entries()) {
      const plain = { parameter, place, nth, step: steps, count: parameters.length, tools, options: due };
      const turn = { ...plain, options: faults.options?.(due, plain) ?? due };
      const grad = tools.grad(parameter);
      if (grad === null) {
        if (faults.without === 'ends the step') return;
        const v = velocities.get(how.key(turn));
        if (faults.without === 'velocity goes on' && v !== undefined)
          how.write(parameter, tools.ops.mul_!(v, momentum, NONE) ?? v, turn);
        continue;
      }
      nth++;
      if (faults.skips?.(turn) !== true) one(turn, grad);
    }
  };
  return () => {
    tools.withoutGraph(step);
  };
}
