import type { Adapter } from '../adapter/contract.ts';
import { messageOf } from '../evaluate/failure.ts';
import type { Check } from './check.ts';
import { declaration } from './declaration.ts';
import { Broken, type Ending, NotChecked } from './ending.ts';
import { gradients, tape } from './gradients.ts';
import { Hand } from './hand.ts';
import { operands, order, scope } from './ops.ts';
import { copies, rereading, roundTrip, shapes } from './tensors.ts';

/** What nothing else makes sense without. */
const basic: readonly Check[] = [declaration, roundTrip];
const further: readonly Check[] = [shapes, copies, rereading, scope, order, operands, gradients, tape];

/** A check and how it ended. */
export interface Checked {
  readonly name: string;
  readonly ending: Ending;
}

const endingOf = async ({ look }: Check, hand: Hand): Promise<Ending> => {
  try {
    await look(hand);
    return { status: 'right' };
  } catch (error) {
    if (error instanceof NotChecked) return { status: 'not checked', why: error.why };
    const { wrong, mend } =
      error instanceof Broken
        ? error
        : new Broken(`it raised: ${messageOf(error)}`, 'see the contract of defineAdapter');
    return { status: 'wrong', wrong, mend };
  }
};

/**
 * Looks at what every adapter must do right, whatever its library does. `patience`: milliseconds that a promise is waited
 * for. The adapter's `init` has run. Where its tensors do not even come back, the rest is not checked.
 */
export const smoke = async (adapter: Adapter<never>, patience = 10_000): Promise<readonly Checked[]> => {
  const hand = new Hand(adapter, patience);
  const checked: Checked[] = [];
  for (const check of basic) checked.push({ name: check.name, ending: await endingOf(check, hand) });
  const broken = checked.some(({ ending }) => ending.status === 'wrong');
  for (const check of further) {
    const ending: Ending = broken
      ? { status: 'not checked', why: 'mend the above first' }
      : await endingOf(check, hand);
    checked.push({ name: check.name, ending });
  }
  return checked;
};
