import type { Law } from '../law.ts';
import { brackets } from './brackets.ts';
import { exact } from './exact.ts';
import { readsBack } from './reads-back.ts';

export const printing: readonly Law[] = [readsBack, exact, brackets];
