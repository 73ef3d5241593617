import type { Tensor } from '../../../reference/index.ts';
import * as nn from '../../../reference/nn/index.ts';
import * as optim from '../../../reference/optim/index.ts';
import type { ModuleAdapter, Optimizer } from '../../adapter/contract.ts';
import type { Modules, Optimizers } from '../../adapter/ops.gen.ts';

type Options = { readonly set_to_none?: boolean };

/** What all modules of the reference have in common. */
const module = <O>(create: (options: O, children: readonly nn.Module[]) => nn.Module): ModuleAdapter<Tensor, O> => ({
  create: (_, options, children) => create(options, children),
  parameters: (module: nn.Module) => Object.fromEntries(module.named_parameters()),
  forward: (module: nn.Module, _, inputs) => module.forward(...inputs),
  load: (module: nn.Module, state, options) => module.load_state_dict(state, options),
  zeroGrad: (module: nn.Module, options: Options) => module.zero_grad(options),
});

export const modules: Modules<Tensor> = {
  'nn.Linear': module((o) => new nn.Linear(o.in_features, o.out_features, o)),
  'nn.Conv2d': module((o) => new nn.Conv2d(o.in_channels, o.out_channels, o.kernel_size, o)),
  'nn.Sequential': {
    ...module<Record<string, never>>((_, children) => new nn.Sequential(...children)),
    child: (net: nn.Sequential, index) => net.at(index),
  },
  'nn.ReLU': module(() => new nn.ReLU()),
  'nn.Sigmoid': module(() => new nn.Sigmoid()),
  'nn.PReLU': module((o) => new nn.PReLU(o)),
  'nn.L1Loss': module((o) => new nn.L1Loss(o)),
  'nn.MSELoss': module((o) => new nn.MSELoss(o)),
  'nn.SmoothL1Loss': module((o) => new nn.SmoothL1Loss(o)),
  'nn.CrossEntropyLoss': module((o) => new nn.CrossEntropyLoss(o)),
  'nn.NLLLoss': module((o) => new nn.NLLLoss(o)),
  'nn.BCELoss': module((o) => new nn.BCELoss(o)),
  'nn.BCEWithLogitsLoss': module((o) => new nn.BCEWithLogitsLoss(o)),
  'nn.HuberLoss': module((o) => new nn.HuberLoss(o)),
  'nn.KLDivLoss': module((o) => new nn.KLDivLoss(o)),
};

const stepping = (optimizer: optim.SGD | optim.Adam | optim.RMSprop | optim.Adagrad): Optimizer<Tensor> => ({
  step: () => optimizer.step(),
  zeroGrad: (options) => optimizer.zero_grad(options),
});

export const optimizers: Optimizers<Tensor> = {
  'optim.SGD': (params, options) => stepping(new optim.SGD(params, options)),
  'optim.Adam': (params, options) => stepping(new optim.Adam(params, options)),
  'optim.AdamW': (params, options) => stepping(new optim.AdamW(params, options)),
  'optim.RMSprop': (params, options) => stepping(new optim.RMSprop(params, options)),
  'optim.Adagrad': (params, options) => stepping(new optim.Adagrad(params, options)),
};
