/** Modules with the function that each amounts to. */
import type { Shape } from '../../arbitraries/shape.ts';
import { applies, classifies, comparesToTarget, either, unary } from '../../pages/families.ts';
import type { Domain } from '../../pages/page.ts';
import { pages } from '../../pages/pages.gen.ts';
import type { OpStep } from '../../values/case.ts';
import { every, type Family } from '../family.ts';
import { boundsOf } from './operands.ts';

export interface Module {
  readonly op: string;
  readonly with?: NonNullable<OpStep['with']>;
  /** In the order in which the function takes them, after its input. */
  readonly parameters: Readonly<Record<string, Shape>>;
  readonly functional: string;
  readonly input: Shape;
  readonly domain?: Domain;
  /** Of a loss: what it compares its input with. */
  readonly target?: Domain | 'classes';
}

const kinked: Domain = { avoid: [0] };

/** Those with parameters. */
export const layers: readonly Module[] = [
  {
    op: 'nn.Linear',
    with: { in_features: 2, out_features: 3 },
    parameters: { weight: [3, 2], bias: [3] },
    functional: 'linear',
    input: [2, 2],
  },
  {
    op: 'nn.Linear',
    with: { in_features: 3, out_features: 1, bias: false },
    parameters: { weight: [1, 3] },
    functional: 'linear',
    input: [2, 3],
  },
  {
    op: 'nn.Conv2d',
    with: { in_channels: 1, out_channels: 2, kernel_size: 2 },
    parameters: { weight: [2, 1, 2, 2], bias: [2] },
    functional: 'conv2d',
    input: [1, 1, 2, 3],
  },
  {
    op: 'nn.PReLU',
    with: { num_parameters: 2 },
    parameters: { weight: [2] },
    functional: 'prelu',
    input: [2, 2],
    domain: kinked,
  },
];

export const activations: Family = every(applies(unary));
export const losses: Family = every(applies(either(comparesToTarget, classifies)));

/** So far from the input that no two pieces of a loss meet between them. */
const away: Domain = { low: 2.5, high: 6 };

/** An activation or a loss, with its function's domains. */
export const withoutParameters = (op: string): Module => {
  const functional = pages[op]!.functional!;
  const page = pages[functional]!;
  const domain = boundsOf(functional, 0);
  const plain = { op, functional, parameters: {}, input: [2, 2], ...(domain && { domain }) };
  if (page.operands.length === 1) return plain;
  return { ...plain, target: classifies(page) ? 'classes' : (boundsOf(functional, 1) ?? away) };
};
