import type { Law } from '../law.ts';
import { generator } from './generator.ts';
import { neighbours } from './neighbours.ts';
import { normal } from './normal.ts';
import { permutation } from './permutation.ts';
import { seeded } from './seeded.ts';
import { shuffled } from './shuffled.ts';
import { uniform } from './uniform.ts';

export const random: readonly Law[] = [uniform, normal, neighbours, permutation, shuffled, seeded, generator];
