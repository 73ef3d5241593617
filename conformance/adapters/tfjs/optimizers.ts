import * as tf from '@tensorflow/tfjs';
import { unsupported } from '../../adapter/contract.ts';
import type { Optimizers } from '../../adapter/ops.gen.ts';

/** tfjs's optimizers change variables, given gradients by the variables' names. */
export const optimizers: Optimizers<tf.Tensor> = {
  'optim.SGD': (params, { lr, momentum, nesterov, dampening = 0 }) => {
    if (dampening !== 0) return unsupported('optim.SGD dampening');
    const optimizer = momentum === undefined ? tf.train.sgd(lr) : tf.train.momentum(lr, momentum, nesterov);
    const variables = params.map((param) => tf.variable(param));
    return {
      step: (values, grads) => {
        for (const [i, variable] of variables.entries()) variable.assign(values[i]!);
        const named = variables.flatMap(({ name }, i) => (grads[i] === null ? [] : [{ name, tensor: grads[i]! }]));
        optimizer.applyGradients(named);
        return variables.map((variable) => tf.clone(variable));
      },
    };
  },
};
