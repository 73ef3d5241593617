/** PyTorch's own corners, each with the versions that have it: they excuse PyTorch, and whoever is held to its word. */
import type { Corner } from '../../../fuzz/excuse/corner.ts';
import { earlier } from './earlier.ts';
import { gradients } from './gradients.ts';
import { limitations } from './limitations.ts';
import { numbers } from './numbers.ts';
import { refusals } from './refusals.ts';
import { saved } from './saved.ts';

export const pytorchCorners: readonly Corner[] = [
  ...limitations,
  ...refusals,
  ...saved,
  ...gradients,
  ...numbers,
  ...earlier,
];
