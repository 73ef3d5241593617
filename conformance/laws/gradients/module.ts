/** Modules with the function that each amounts to. */
import type { Shape } from '../../arbitraries/shape.ts';
import type { Domain } from '../../pages/page.ts';
import type { OpStep } from '../../values/case.ts';

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

const without = { parameters: {}, input: [2, 2] };
const kinked: Domain = { avoid: [0] };

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
  { ...without, op: 'nn.ReLU', functional: 'relu', domain: kinked },
  { ...without, op: 'nn.Sigmoid', functional: 'sigmoid' },
];

const away: Domain = { low: 2.5, high: 6 };

export const objects: readonly Module[] = [
  { ...without, op: 'nn.L1Loss', functional: 'l1_loss', target: away },
  { ...without, op: 'nn.MSELoss', functional: 'mse_loss', target: away },
  { ...without, op: 'nn.SmoothL1Loss', functional: 'smooth_l1_loss', target: away },
  { ...without, op: 'nn.CrossEntropyLoss', functional: 'cross_entropy', target: 'classes' },
  { ...without, op: 'nn.NLLLoss', functional: 'nll_loss', target: 'classes' },
  {
    ...without,
    op: 'nn.BCELoss',
    functional: 'binary_cross_entropy',
    domain: { low: 1 / 8, high: 7 / 8 },
    target: { low: 0, high: 1 },
  },
];
