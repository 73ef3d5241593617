/** torch.optim. */
export { SGD, type SGDOptions } from './sgd.ts';
