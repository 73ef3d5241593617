import type { OpStep, TensorValue } from '../../values/case.ts';
import { type Fake, functional } from '../fake/fake-library.ts';
import { op, vector } from '../fake/sample.ts';

export const linear: OpStep = op('nn.Linear', [], { with: { in_features: 1, out_features: 1 }, out: 'm' });
export const load = (module: string, state: Record<string, string>, more: { strict?: boolean } = {}): OpStep =>
  op('load_state_dict', [module], {
    with: { state_dict: Object.fromEntries(Object.entries(state).map(([key, name]) => [key, { ref: name }])), ...more },
  });
export const inputs: Readonly<Record<'x' | 'W' | 'b', TensorValue>> = {
  x: vector(1, 2),
  W: vector(3, 3),
  b: vector(1, 1),
};

/** Elementwise, to be seen through: w·x + b. */
export const affine = (x: Fake, w: Fake, b: Fake | undefined): Fake => {
  const product = functional.ops.mul!(x, w) as Fake;
  return b === undefined ? product : (functional.ops.add!(product, b, {}) as Fake);
};
