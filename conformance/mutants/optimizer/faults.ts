/** What goes wrong in steps: for the second parameter, in a later step, in what is kept and what is written to. */
import type { Faults } from './sgd.ts';

const NONE = {};

export const FAULTS: Readonly<Record<string, Faults>> = {
  'one velocity for all parameters of a shape': { key: ({ parameter, tools }) => tools.shape(parameter).join() },
  'velocities kept in the order of those that have a gradient': { key: ({ nth }) => nth },
  'the velocity is the gradient': { first: (g) => g },
  'the first velocity dampened': {
    first: (g, { tools: { ops }, options: { dampening } }) => ops.mul!(g, 1 - dampening, NONE),
  },
  'the first velocity 0': { first: (g, { tools: { ops } }) => ops.zeros_like!(g, NONE) },
  'weight decay added into .grad': {
    gradient: (grad, { parameter, tools: { ops }, options: { maximize, weight_decay } }) => {
      if (weight_decay !== 0) ops.add_!(grad, parameter, { alpha: maximize ? -weight_decay : weight_decay });
      return maximize ? ops.neg!(grad, NONE) : grad;
    },
  },
  '.grad negated to maximize': {
    gradient: (grad, { parameter, tools: { ops }, options: { maximize, weight_decay } }) => {
      if (maximize) ops.mul_!(grad, -1, NONE);
      return weight_decay === 0 ? grad : ops.add!(grad, parameter, { alpha: weight_decay });
    },
  },
  'weight decay with the other sign to maximize': {
    gradient: (grad, { parameter, tools: { ops }, options: { maximize, weight_decay } }) => {
      const g = weight_decay === 0 ? grad : ops.add!(grad, parameter, { alpha: weight_decay });
      return maximize ? ops.neg!(g, NONE) : g;
    },
  },
  'weight decay apart from the velocity': {
    gradient: (grad, { tools: { ops }, options: { maximize } }) => (maximize ? ops.neg!(grad, NONE) : grad),
    direction: (g, v, { parameter, tools: { ops }, options: { nesterov, momentum, weight_decay } }) => {
      const along = nesterov ? ops.add!(g, v, { alpha: momentum }) : v;
      return weight_decay === 0 ? along : ops.add!(along, parameter, { alpha: weight_decay });
    },
  },
  'no weight decay of parameters with one axis': {
    options: (options, { parameter, tools }) =>
      tools.shape(parameter).length < 2 ? { ...options, weight_decay: 0 } : options,
  },
  'no weight decay from the second parameter on': {
    options: (options, { place }) => (place > 0 ? { ...options, weight_decay: 0 } : options),
  },
  'no momentum from the second parameter on': {
    options: (options, { place }) => (place > 0 ? { ...options, momentum: 0 } : options),
  },
  'the second parameter passed over': { skips: ({ place }) => place === 1 },
  'the last of several parameters passed over': { skips: ({ place, count }) => count > 1 && place === count - 1 },
  'parameters without axes passed over': { skips: ({ parameter, tools }) => tools.shape(parameter).length === 0 },
  'a parameter without a gradient ends the step': { without: 'ends the step' },
  'a parameter without a gradient goes on with its velocity': { without: 'velocity goes on' },
  'nothing in the second step': { skips: ({ step }) => step === 2 },
  'wrong from the third step on': {
    options: (options, { step }) => (step > 2 ? { ...options, lr: options.lr * 1.01 } : options),
  },
  'wrong from the tenth step on': {
    options: (options, { step }) => (step > 9 ? { ...options, lr: options.lr * 1.01 } : options),
  },
  'dampening on the velocity': {
    next: (v, g, { tools: { ops }, options: { momentum, dampening } }) =>
      ops.add!(ops.mul!(v, momentum * (1 - dampening), NONE), g, NONE),
  },
  'velocity averaged': {
    next: (v, g, { tools: { ops }, options: { momentum } }) =>
      ops.add!(ops.mul!(v, momentum, NONE), g, { alpha: 1 - momentum }),
  },
  'Nesterov without the gradient': {
    direction: (_, v, { tools: { ops }, options: { nesterov, momentum } }) =>
      nesterov ? ops.mul!(v, momentum, NONE) : v,
  },
  'Nesterov along v alone': { direction: (_, v) => v },
  'Nesterov in the first step alone': {
    direction: (g, v, { step, tools: { ops }, options: { nesterov, momentum } }) =>
      nesterov && step === 1 ? ops.add!(g, v, { alpha: momentum }) : v,
  },
  'parameters replaced, not written to': {
    write: (p, along, { tools, options: { lr } }) => {
      const next = tools.ops.sub!(tools.detach(p), along, { alpha: lr });
      tools.move(p, tools.memory(next));
    },
  },
  'lr rounded to float32': {
    options: (options) => ({ ...options, lr: Math.fround(options.lr) }),
  },
  'steps in float32': {
    write: (p, along, { tools: { ops, dtype }, options: { lr } }) => {
      const narrow = ops.to!(ops.to!(along, { dtype: 'float32' }), { dtype: dtype(p) });
      ops.add_!(p, narrow, { alpha: -lr });
    },
  },
  'the last element left': {
    write: (p, along, { tools, options: { lr } }) => {
      const memory = tools.memory(p);
      const last = memory.offset + memory.shape.reduce((sum, n, axis) => sum + (n - 1) * memory.strides[axis]!, 0);
      const before = memory.buffer[last]!;
      tools.ops.add_!(p, along, { alpha: -lr });
      if (memory.shape.some((n) => n > 1)) memory.buffer[last] = before;
    },
  },
  '.grad reset by the step': {
    write: (p, along, { tools, options: { lr } }) => {
      tools.ops.add_!(p, along, { alpha: -lr });
      tools.setGrad(p, null);
    },
  },
};
