import * as nn from 'deepbox/nn';
import { unsupported } from '../../adapter/contract.ts';
import type { Ops } from '../../adapter/ops.gen.ts';
import { asIs, isGrad, lifted, type T, valuesOf } from './tensor.ts';

type Loss = typeof nn.mseLoss;
type Reduction = { readonly reduction?: 'none' | 'mean' | 'sum' };
/** Of two tensors, or of two that record. */
const of =
  (loss: Loss) =>
  (x: T, y: T, { reduction }: Reduction): T =>
    isGrad(x) || isGrad(y) ? loss(lifted(x), lifted(y), reduction) : loss(x, y, reduction);

const bce = of(nn.binaryCrossEntropyLoss);

export const losses: Ops<T> = {
  mse_loss: of(nn.mseLoss),
  l1_loss: of(nn.maeLoss),
  smooth_l1_loss: (x, y, { reduction, beta }) => nn.smoothL1Loss(asIs(x), asIs(y), beta, reduction),
  huber_loss: (x, y, { reduction, delta, weight }) =>
    weight === undefined ? nn.huberLoss(asIs(x), asIs(y), delta, reduction) : unsupported('a loss with weights'),
  kl_div: (x, y, { reduction, log_target = false }) =>
    log_target ? unsupported('kl_div log_target') : nn.klDivLoss(asIs(x), asIs(y), reduction),
  binary_cross_entropy: (x, y, weight, { reduction }) =>
    weight === undefined ? bce(x, y, reduction === undefined ? {} : { reduction }) : unsupported('a loss with weights'),
  nll_loss: (x, y, weight, { reduction }) =>
    weight === undefined ? nn.nllLoss(asIs(x), valuesOf(y), reduction) : unsupported('a loss with weights'),
  // Of tensors that do not record, these two are numbers.
  binary_cross_entropy_with_logits: (x, y, weight, { reduction = 'mean', pos_weight }) =>
    weight === undefined && pos_weight === undefined && reduction === 'mean'
      ? isGrad(x)
        ? nn.binaryCrossEntropyWithLogitsLoss(x, y)
        : (nn.binaryCrossEntropyWithLogitsLoss(asIs(x), asIs(y)) as unknown as T)
      : unsupported('binaryCrossEntropyWithLogitsLoss with weights or another reduction'),
  cross_entropy: (x, y, weight, { reduction = 'mean' }) =>
    weight === undefined && reduction === 'mean'
      ? (nn.crossEntropyLoss(x, y) as T)
      : unsupported('crossEntropyLoss with weights or another reduction'),
};
