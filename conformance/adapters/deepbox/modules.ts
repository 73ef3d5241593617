import * as nn from 'deepbox/nn';
import type { ModuleAdapter } from '../../adapter/contract.ts';
import { unsupported } from '../../adapter/contract.ts';
import type { Modules } from '../../adapter/ops.gen.ts';
import { lifted, read, type T } from './tensor.ts';

type State = Readonly<Record<string, T>>;
type Pair = number | readonly number[];

const load = (module: nn.Module, state: State, { strict }: { readonly strict?: boolean }): void => {
  if (strict === false) unsupported('loadStateDict of a part');
  const parameters = Object.entries(state).map(([name, value]) => {
    const { dtype, shape, data } = read(value);
    return [name, { dtype: dtype as 'float32', shape: [...shape], data: Array.from(data, Number) }] satisfies [
      string,
      unknown,
    ];
  });
  module.loadStateDict({ parameters: Object.fromEntries(parameters) });
};

const layer = <O>(make: (options: O, children: readonly nn.Module[]) => nn.Module): ModuleAdapter<T, O> => ({
  create: (_, options, children) => make(options, children),
  load,
  parameters: (module: nn.Module) => Object.fromEntries(module.namedParameters()),
  // A layer records what it does to a `GradTensor` alone.
  forward: (module: nn.Module, _, xs) => module.call(...xs.map(lifted)),
  zeroGrad: (module: nn.Module, { set_to_none }) =>
    set_to_none === true ? unsupported('zeroGrad that sets to null') : module.zeroGrad(),
});

const pair = (value: Pair): number | [number, number] =>
  typeof value === 'number' ? value : ([...value] as [number, number]);

export const modules: Modules<T> = {
  'nn.Linear': layer(
    ({ in_features, out_features, bias, dtype }) =>
      new nn.Linear(in_features, out_features, {
        ...(bias !== undefined && { bias }),
        ...(dtype !== undefined && { dtype: dtype as 'float32' }),
      }),
  ),
  'nn.Conv2d': layer((options) => {
    const { in_channels, out_channels, kernel_size, stride, padding, bias } = options;
    const { dilation = 1, groups = 1, padding_mode = 'zeros', dtype } = options;
    const isPlain = groups === 1 && [dilation].flat().every((step) => step === 1) && padding_mode === 'zeros';
    if (!isPlain || dtype !== undefined || typeof padding === 'string')
      return unsupported('Conv2d with groups, dilation, a padding_mode, a dtype or padding as text');
    return new nn.Conv2d(in_channels, out_channels, pair(kernel_size), {
      ...(stride !== undefined && { stride: pair(stride) }),
      ...(padding !== undefined && { padding: pair(padding) }),
      ...(bias !== undefined && { bias }),
    });
  }),
  'nn.PReLU': layer(({ num_parameters, init, dtype }) =>
    dtype === undefined ? new nn.PReLU(num_parameters, init) : unsupported('PReLU with a dtype'),
  ),
  'nn.ReLU': layer(() => new nn.ReLU()),
  'nn.Sigmoid': layer(() => new nn.Sigmoid()),
  'nn.Sequential': {
    ...layer((_, children) => new nn.Sequential(...children)),
    child: (module: nn.Sequential, index) => module.getLayer(index),
  },
};
