import { torch } from 'js-pytorch';
import { type ModuleAdapter, unsupported } from '../../adapter/contract.ts';
import type { Modules } from '../../adapter/ops.gen.ts';
import { classesLast, type T } from './tensor.ts';

type Linear = InstanceType<typeof torch.nn.Linear>;
/** The layer keeps its weight as [in, out]. Here is the leaf in PyTorch's layout, of which the layer is given the transpose. */
interface Dense {
  readonly layer: Linear;
  readonly weight: T;
}

type State = Readonly<Record<string, T>>;
const shapesOf = (state: State): string =>
  JSON.stringify(
    Object.keys(state)
      .toSorted()
      .map((name) => [name, state[name]!.shape]),
  );
/** The library loads files alone: what a state is that does not fit, it has nothing to say of. */
const fitting = (own: State, given: State): State =>
  shapesOf(own) === shapesOf(given) ? given : unsupported('a state of other names or shapes');

const linear: Modules<T>['nn.Linear'] = {
  create: (state, { in_features, out_features, bias }): Dense => {
    const layer = new torch.nn.Linear(in_features, out_features, 'cpu', bias);
    const own = { weight: layer.W.transpose(0, 1), ...(layer.has_bias && { bias: layer.b }) };
    const given = state === undefined ? own : fitting(own, state);
    if (given.bias !== undefined) layer.b = torch.tensor(given.bias.data, true);
    return { layer, weight: torch.tensor(given.weight!.data, true) };
  },
  /** As `torch.load` does with what it has read: parameters keep their gradients. */
  load: ({ layer, weight }: Dense, state) => {
    const given = fitting({ weight, ...(layer.has_bias && { bias: layer.b }) }, state);
    weight._data = given.weight!.data;
    if (given.bias !== undefined) layer.b._data = given.bias.data;
  },
  parameters: ({ layer, weight }: Dense) => ({ weight, bias: layer.b }),
  forward: ({ layer, weight }: Dense, _, [x]) => {
    layer.W = weight.transpose(0, 1);
    return layer.forward(x!);
  },
};

interface Layer {
  forward(...inputs: T[]): T;
}
const plain = (make: () => Layer): ModuleAdapter<T, unknown> => ({
  create: make,
  forward: (layer: Layer, _, xs) => layer.forward(...xs),
});

/** Losses are means. */
const loss = (
  make: () => Layer,
): ModuleAdapter<T, { readonly reduction?: 'none' | 'mean' | 'sum'; readonly weight?: T }> => ({
  ...plain(make),
  create: (_, { reduction = 'mean', weight }) =>
    reduction === 'mean' && weight === undefined ? make() : unsupported('reduction'),
});

export const modules: Modules<T> = {
  'nn.Linear': linear,
  'nn.ReLU': plain(() => new torch.nn.ReLU()),
  'nn.MSELoss': loss(() => new torch.nn.MSELoss()),
  'nn.CrossEntropyLoss': {
    ...loss(() => new torch.nn.CrossEntropyLoss()),
    forward: (layer: Layer, _, [x, y]) => layer.forward(classesLast(x!), y!),
  },
};
