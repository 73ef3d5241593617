import type { Adapter } from '../adapter/contract.ts';
import { messageOf } from '../values/message.ts';
import { AdapterProbe } from './adapter-probe.ts';
import type { Check } from './check.ts';
import { declaration } from './declaration.ts';
import { Broken, type Ending, NotChecked } from './ending.ts';
import { gradients, tape } from './gradients.ts';
import { operands } from './ops.ts';
import { order } from './order.ts';
import { scope } from './scope.ts';
import { copies, rereading, roundTrip, shapes } from './tensors.ts';

/** What nothing else makes sense without. */
const basic: readonly Check[] = [declaration, roundTrip];
const further: readonly Check[] = [shapes, copies, rereading, scope, order, operands, gradients, tape];

/** A check and how it ended. */
export interface Checked {
  readonly name: string;
  readonly ending: Ending;
}

/** How a check ends on what it looks at. */
export const endingOf = async <H>({ look }: Check<H>, probe: H): Promise<Ending> => {
  try {
    return { status: 'right', notes: (await look(probe)) ?? [] };
  } catch (error) {
    if (error instanceof NotChecked) return { status: 'not checked', why: error.why };
    const { faults } =
      error instanceof Broken
        ? error
        : new Broken(`it raised: ${messageOf(error)}`, 'see the contract of defineAdapter');
    return { status: 'wrong', faults };
  }
};

/**
 * Looks at what every adapter must do right, whatever its library does. `patience`: milliseconds that a promise is waited
 * for. `file`: the adapter's own, as the stack of an error has it. The adapter's `init` has run. Where its tensors do not even come back, the rest is not checked.
 */
export const smoke = async (adapter: Adapter<never>, patience = 10_000, file?: string): Promise<readonly Checked[]> => {
  const probe = new AdapterProbe(adapter, patience, file);
  const checked: Checked[] = [];
  for (const check of basic) checked.push({ name: check.name, ending: await endingOf(check, probe) });
  const broken = checked.some(({ ending }) => ending.status === 'wrong');
  for (const check of further) {
    const ending: Ending = broken
      ? { status: 'not checked', why: 'mend the above first' }
      : await endingOf(check, probe);
    checked.push({ name: check.name, ending });
  }
  return checked;
};
