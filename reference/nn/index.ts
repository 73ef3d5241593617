/** torch.nn. */
export { PReLU, ReLU, Sigmoid } from './activations.ts';
export { Conv2d } from './conv2d.ts';
export * as functional from './functional.gen.ts';
export { Linear } from './linear.ts';
export {
  BCELoss,
  BCEWithLogitsLoss,
  CrossEntropyLoss,
  HuberLoss,
  KLDivLoss,
  L1Loss,
  MSELoss,
  NLLLoss,
  SmoothL1Loss,
} from './losses.ts';
export { Module } from './module.ts';
export { Parameter } from './parameter.ts';
export { Sequential } from './sequential.ts';
