/** Ladders that follow from what an op's page says. */
import { comparesToTarget, goesAlong, type Predicate } from '../../pages/families.ts';
import type { Page } from '../../pages/page.ts';
import type { Ladder } from '../ladder.ts';
import { goingAlong } from './along.ts';
import { creation } from './creation.ts';
import { elementwise } from './elementwise.ts';
import { losses } from './losses.ts';

const ofTensors: Predicate = ({ operands }) =>
  operands.length > 0 && operands.every(({ type }) => type === 'tensor' || type === 'tensor_or_scalar');
const isElementwise: Predicate = (page) =>
  ofTensors(page) && (page.shape === 'broadcast' || page.shape === 'same') && page.feature !== 'random';
const creates: Predicate = ({ shape, operands, feature }) =>
  shape === 'size' && operands.length === 0 && feature !== 'random';

/** The ladder of an op of one of these families, or of its in-place form; none for others. */
export const familyLadder = (page: Page, op: string): Ladder | undefined => {
  if (goesAlong(page)) return goingAlong(page);
  if (comparesToTarget(page)) return losses(page);
  if (isElementwise(page)) return elementwise(page, op);
  if (creates(page)) return creation(page);
  return undefined;
};
