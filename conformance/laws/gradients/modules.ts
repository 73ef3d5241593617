import fc from 'fast-check';
import type { Shape } from '../../arbitraries/shape.ts';
import { leaf, nested, tensor } from '../../arbitraries/tensor.ts';
import type { OpStep, TensorValue } from '../../values/case.ts';
import { together } from '../claims.ts';
import type { Law, Trial } from '../law.ts';
import { activations, layers, losses, type Module, withoutParameters } from './module.ts';
import { agrees, single } from './precision.ts';

/** A module's parameters, and what it is called with, beside the function that its page names. */
export const modules: Law = {
  id: 'gradients/modules',
  title: 'a module gives its parameters and its operands the gradients that its function gives them',
  clauses: ['modules.C1', 'modules.C6', 'call.C1'],
  families: [activations, losses],
  trials: ({ floats }) =>
    floats.includes('float32')
      ? fc
          .tuple(
            fc.oneof(
              fc.constantFrom(...layers),
              activations.any.map(withoutParameters),
              losses.any.map(withoutParameters),
            ),
            fc.boolean(),
          )
          .chain(([module, nested]) => trial(module, nested))
      : { lacks: 'float32' },
};

const trial = (module: Module, inSequence: boolean): fc.Arbitrary<Trial> =>
  fc
    .record({
      x: drawn(module.input, module.domain),
      parameters: fc.tuple(...Object.values(module.parameters).map((shape) => drawn(shape))),
      target: targetOf(module),
    })
    .map(({ x, parameters, target }) => {
      const names = Object.keys(module.parameters);
      const loaded = Object.fromEntries(names.map((name, i) => [name, leaf(parameters[i]!)]));
      const sequence = inSequence && target === undefined;
      const net = sequence ? 'net' : 'module';
      const path = sequence ? 'net.0' : 'module';
      const given = target === undefined ? {} : { target };
      const state = Object.fromEntries(names.map((name) => [name, { ref: name }]));
      const steps: readonly OpStep[] = [
        { op: module.op, ...(module.with === undefined ? {} : { with: module.with }), out: 'module' },
        ...(names.length === 0 ? [] : [{ op: 'load_state_dict', in: ['module'], with: { state_dict: state } }]),
        ...(sequence ? [{ op: 'nn.Sequential', in: ['module'], out: 'net' }] : []),
        { op: 'call', in: [net, 'x', ...Object.keys(given)], out: 'y' },
        { op: 'sum', in: ['y'], out: 'total' },
        { op: 'backward', in: ['total'] },
        { op: module.functional, in: ['x2', ...names, ...Object.keys(given)], out: 'y2' },
        { op: 'sum', in: ['y2'], out: 'total2' },
        { op: 'backward', in: ['total2'] },
      ];
      const pairs = [['x.grad', 'x2.grad'], ...names.map((name) => [`${path}.${name}.grad`, `${name}.grad`])];
      return {
        inputs: { x: leaf(x), x2: leaf(x), ...loaded, ...given },
        ops: steps,
        observe: pairs.flat(),
        statement: (seen) =>
          together(Object.fromEntries(pairs.map(([own, functions]) => [own, agrees(seen[functions!], single)]))),
      };
    });

const drawn = (shape: Shape, domain: Module['domain'] = {}): fc.Arbitrary<TensorValue> =>
  tensor('float32', shape, { low: -2, high: 2, ...domain });

const targetOf = ({ target, input }: Module): fc.Arbitrary<TensorValue | undefined> => {
  if (target === undefined) return fc.constant(undefined);
  if (target !== 'classes') return drawn(input, target);
  const [rows = 1, classes = 1] = input;
  return fc
    .array(fc.nat({ max: classes - 1 }), { minLength: rows, maxLength: rows })
    .map((data) => ({ dtype: 'int64', shape: [rows], data: nested(data, [rows]) }));
};
