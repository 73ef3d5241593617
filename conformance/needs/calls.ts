import type { Call, Instruction, UnknownCall } from '../plan/plan.ts';

/** All calls of a case in the order of the text, blocks included. */
export const callsIn = (body: readonly Instruction[]): readonly (Call | UnknownCall)[] =>
  body.flatMap((instruction) => {
    if (instruction.kind === 'call' || instruction.kind === 'unknown') return [instruction];
    return callsIn(instruction.body);
  });

export const isCall = (call: Call | UnknownCall): call is Call => call.kind === 'call';
