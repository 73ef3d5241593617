/** Calls of a function as calls of the module that amounts to it: options and parameters go to the module, inputs to the call. */
import type { Page } from '../../pages/page.ts';
import { pageOf } from '../../pages/page-of.ts';
import { type Call, type Calls, type Given, givenTo, type Options, type Shape } from '../call.ts';

/** What a module is made with, so that its parameters have the shapes that are due. */
const SIZES: Readonly<Record<string, (weight: Shape, options: Options) => Options>> = {
  'nn.Linear': ([out, into]) => ({ in_features: into!, out_features: out! }),
  'nn.Conv2d': ([out, of, ...kernel], { groups = 1 }) => ({
    in_channels: of! * Number(groups),
    out_channels: out!,
    kernel_size: kernel,
  }),
  'nn.PReLU': ([slopes]) => ({ num_parameters: slopes! }),
};

/** The call as one of the module: parameters are loaded, other operands that may be left out are options. Without a bias, it has none. */
export const called = (module: Page, call: Call): Call => {
  const held = new Set(module.paths ?? []);
  const optional = new Set(
    pageOf(call.op)!.page.operands.flatMap((one) => (one.optional === true && !held.has(one.name) ? [one.name] : [])),
  );
  const all = givenTo(call);
  const beside = all.filter(({ name }) => optional.has(name));
  const operands = all
    .filter(({ name }) => !optional.has(name))
    .map((one): Given => (held.has(one.name) ? { ...one, parameter: true } : one));
  const weight = operands.find(({ name }) => name === 'weight');
  const options = {
    ...(weight && SIZES[module.name]?.(weight.tensor.shape, call.options ?? {})),
    ...(held.has('bias') && !operands.some(({ name }) => name === 'bias') && { bias: false }),
    ...call.options,
    ...Object.fromEntries(beside.map(({ name }) => [name, { ref: name }])),
  };
  return { ...call, operands, ...(beside.length > 0 && { beside }), module: { op: module.name, options } };
};

export const allCalled = (module: Page, calls: Calls): Calls =>
  Object.fromEntries(Object.entries(calls).map(([suffix, call]) => [suffix, called(module, call)]));
