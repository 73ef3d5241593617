import type { Mismatch } from '../../values/verdict.ts';
import type { Corner, Sight } from './corner.ts';
import { witness } from './witness.ts';

/** It is the stride of an axis along which there is nowhere to go. */
const leadsNowhere = ({ name, differences = [] }: Mismatch, { own, oracle }: Sight): boolean => {
  const of = own.find(({ out }) => out === name)?.in?.[0];
  const seen = typeof of === 'string' ? oracle[of] : undefined;
  if (seen?.kind !== 'tensor') return false;
  return (
    seen.shape.includes(0) || (differences.length > 0 && differences.every(({ index: [k] }) => seen.shape[k!] === 1))
  );
};

export const strides: readonly Corner[] = [
  {
    id: 'stride-to-nowhere',
    ops: ['stride'],
    witness: witness(
      {},
      { op: 'zeros', with: { size: [1, 2] }, out: 'x' },
      { op: 'transpose', in: ['x'], with: { dim0: 0, dim1: 1 }, out: 'y' },
      { op: 'stride', in: ['y'], out: 's' },
    ),
    holds: leadsNowhere,
    because:
      'a stride that leads nowhere, along an axis of size 1 or of a tensor without elements, is 0 or not by the way it is found',
  },
];
