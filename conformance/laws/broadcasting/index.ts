import type { Law } from '../law.ts';
import { commutes } from './commutes.ts';
import { incompatibleRaises } from './incompatible-raises.ts';

export const broadcasting: readonly Law[] = [commutes, incompatibleRaises];
