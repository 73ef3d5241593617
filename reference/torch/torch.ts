/** The namespace that a reader of PyTorch expects: `torch.arange(12)`, `torch.float32`, `torch.autograd.grad`. */
import { enable_grad, grad, no_grad } from '../autograd/autograd.ts';
import { Tensor } from '../autograd/tensor.ts';
import * as data from '../data/index.ts';
import * as nn from '../nn/index.ts';
import { DTYPES, type Dtype } from '../numbers/dtype.ts';
import { Generator } from '../numbers/generator.ts';
import * as optim from '../optim/index.ts';
import * as functions from './functions.gen.ts';
import { functionsOfTensors } from './install.ts';
import * as linalg from './linalg.gen.ts';

type DtypeNames = { readonly [D in Dtype]: D };

/** `typeof torch`, spelled out. */
export type Torch = typeof functions &
  typeof functionsOfTensors &
  DtypeNames & {
    readonly Tensor: typeof Tensor;
    readonly Generator: typeof Generator;
    readonly no_grad: typeof no_grad;
    readonly enable_grad: typeof enable_grad;
    readonly autograd: { readonly grad: typeof grad };
    readonly linalg: typeof linalg;
    readonly nn: typeof nn;
    readonly optim: typeof optim;
    readonly utils: { readonly data: typeof data };
  };

/**
 * PyTorch's namespace: `torch.arange(12)`, `torch.float32`, `torch.autograd.grad`, `torch.nn`. Source: the
 * documentation of PyTorch.
 */
export const torch: Torch = {
  ...functions,
  ...functionsOfTensors,
  ...(Object.fromEntries(DTYPES.map((dtype) => [dtype, dtype])) as DtypeNames),
  Tensor,
  Generator,
  no_grad,
  enable_grad,
  autograd: { grad },
  linalg,
  nn,
  optim,
  utils: { data },
};
