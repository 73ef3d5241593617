import type { Check } from './check.ts';
import { as } from './dtypes.ts';
import { Broken, NotChecked } from './ending.ts';
import { same } from './read-faults.ts';

export const scope: Check = {
  name: 'scope gives what it runs, and keeps tensors until then',
  look: async (probe) => {
    const { adapter } = probe;
    if (adapter.scope === undefined) throw new NotChecked('the adapter has no scope');
    const mend = 'run the case and wait for it before anything is freed: const r = await run(); …; return r';
    const given = await probe.call(
      'scope',
      () =>
        adapter.scope!(async () => {
          const t = probe.tensor(probe.plain, [1], as(probe.plain, [7]));
          await new Promise((resolve) => setTimeout(resolve, 1));
          return probe.read(t, ', inside scope and after a wait,');
        }),
      mend,
    );
    if (given === undefined || !same(given.data, as(probe.plain, [7]), probe.plain))
      throw new Broken(`scope gave ${String(given)} instead of what it ran`, mend);
  },
};
