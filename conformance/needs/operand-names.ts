import type { Operand } from '../plan/operand.ts';

/** The names of the tensors that stand at an operand: one, those of a list, or none. */
export function namesOf(operand: Operand): readonly string[] {
  if (operand.kind === 'path') return [operand.name];
  return operand.kind === 'operands' ? operand.items.flatMap(namesOf) : [];
}
