import type { Verdict } from '../../values/verdict.ts';
import { byChoice } from './conventions/by-choice.ts';
import { about } from './differing.ts';
import { type Stage, skipped } from './stage.ts';

/** Of what is not as PyTorch has it, that which no choice accounts for. */
const amid = (plainly: Verdict, chosen: Verdict): Verdict => {
  const names = new Set(chosen.mismatches?.map(({ name }) => name));
  const mismatches = (plainly.mismatches ?? []).filter(({ name }) => names.has(name));
  return mismatches.length === 0 ? plainly : about(plainly, mismatches);
};

/** The library may choose otherwise than the other side, and document it: it is held to the program as it chooses. */
export const choice: Stage = async (held) => {
  const { program, sides, actual, oracle, verdict } = held;
  if (oracle.status !== 'result' || actual.status !== 'result') return held;
  const chosen = await byChoice(program, actual, sides);
  if (chosen === undefined) return held;
  if (chosen.verdict.verdict === 'pass')
    return skipped(`a library may choose so, and document it (${[...chosen.ids].sort().join(', ')})`);
  const { restated } = chosen;
  const open = chosen.verdict.mismatches ?? [];
  return { ...held, oracle: chosen.oracle, verdict: amid(verdict, chosen.verdict), restated, open };
};
