// Generated from spec/ops/*.md and the files of reference/ops by `npm run generate`.
/** torch.nn.functional. */
export { binary_cross_entropy } from '../ops/losses/binary_cross_entropy.ts';
export { conv2d } from '../ops/nn/conv2d.ts';
export { cross_entropy } from '../ops/losses/cross_entropy.ts';
export { l1_loss } from '../ops/losses/l1_loss.ts';
export { linear } from '../ops/nn/linear.ts';
export { log_softmax } from '../ops/activations/log_softmax.ts';
export { mse_loss } from '../ops/losses/mse_loss.ts';
export { nll_loss } from '../ops/losses/nll_loss.ts';
export { prelu } from '../ops/activations/prelu.ts';
export { relu } from '../ops/activations/relu.ts';
export { sigmoid } from '../ops/activations/sigmoid.ts';
export { smooth_l1_loss } from '../ops/losses/smooth_l1_loss.ts';
export { softmax } from '../ops/activations/softmax.ts';
export { tanh } from '../ops/activations/tanh.ts';
