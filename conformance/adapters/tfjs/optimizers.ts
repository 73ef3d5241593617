import * as tf from '@tensorflow/tfjs';
import { type Optimizer, unsupported } from '../../adapter/contract.ts';
import type { Optimizers } from '../../adapter/ops.gen.ts';

/** tfjs's optimizers change variables, given gradients by the variables' names. */
type Values = readonly tf.Tensor[];

/** Of parameters that stand in variables, into which the values are written before each step. */
const stepping = (optimizer: tf.Optimizer, params: Values): Optimizer<tf.Tensor> => {
  const variables = params.map((param) => tf.variable(param));
  return {
    step: (values, grads) => {
      for (const [i, variable] of variables.entries()) variable.assign(values[i]!);
      const named = variables.flatMap(({ name }, i) => (grads[i] === null ? [] : [{ name, tensor: grads[i]! }]));
      optimizer.applyGradients(named);
      return variables.map((variable) => tf.clone(variable));
    },
  };
};

export const optimizers: Optimizers<tf.Tensor> = {
  'optim.SGD': (params, { lr, momentum, nesterov, dampening = 0 }) => {
    if (dampening !== 0) return unsupported('optim.SGD dampening');
    const optimizer = momentum === undefined ? tf.train.sgd(lr) : tf.train.momentum(lr, momentum, nesterov);
    return stepping(optimizer, params);
  },
  'optim.Adam': (params, { lr, betas = [], eps, weight_decay, amsgrad, maximize }) => {
    const other = Object.entries({ weight_decay, amsgrad, maximize }).find(([, value]) => value !== undefined);
    if (other !== undefined) return unsupported(`optim.Adam ${other[0]}`);
    return stepping(tf.train.adam(lr, betas[0], betas[1], eps), params);
  },
  'optim.RMSprop': (params, { lr, alpha, eps, weight_decay, momentum, centered, maximize }) => {
    const other = Object.entries({ weight_decay, maximize }).find(([, value]) => value !== undefined);
    if (other !== undefined) return unsupported(`optim.RMSprop ${other[0]}`);
    // Its rate has no default.
    if (lr === undefined) return unsupported('optim.RMSprop without lr');
    return stepping(tf.train.rmsprop(lr, alpha, momentum, eps, centered), params);
  },
  'optim.Adagrad': (params, { lr, lr_decay, weight_decay, initial_accumulator_value, eps, maximize }) => {
    const other = Object.entries({ lr_decay, weight_decay, eps, maximize }).find(([, value]) => value !== undefined);
    if (other !== undefined) return unsupported(`optim.Adagrad ${other[0]}`);
    // Its rate has no default.
    if (lr === undefined) return unsupported('optim.Adagrad without lr');
    return stepping(tf.train.adagrad(lr, initial_accumulator_value), params);
  },
};
