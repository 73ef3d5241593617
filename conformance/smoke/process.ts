import type { Implementation } from '../run/implementation.ts';
import type { Check } from './check.ts';
import { gradients } from './gradients.ts';
import { operands } from './ops.ts';
import { order } from './order.ts';
import { dtypesBack, raising, shapesBack, unknown } from './process-checks.ts';
import { ProcessProbe } from './process-probe.ts';
import { type Checked, endingOf } from './smoke.ts';

const further: readonly Check<ProcessProbe>[] = [shapesBack, unknown, raising, order, operands, gradients];

/** Looks at what every process that speaks the line protocol must do right, whatever its library does. */
export const smokeProcess = async (implementation: Implementation): Promise<readonly Checked[]> => {
  const probe = new ProcessProbe(implementation);
  const first = await endingOf(dtypesBack, probe);
  const checked: Checked[] = [{ name: dtypesBack.name, ending: first }];
  for (const check of further) {
    const ending =
      first.status === 'wrong'
        ? ({ status: 'not checked', why: 'mend the above first' } as const)
        : await endingOf(check, probe);
    checked.push({ name: check.name, ending });
  }
  return checked;
};
