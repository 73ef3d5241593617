import { suggestion } from '../load/nearest.ts';
import { opNames } from '../load/op-names.ts';
import type { Check } from './check.ts';
import { dtypeNames, isDtype } from './dtypes.ts';
import { Broken } from './ending.ts';
import type { Hand } from './hand.ts';

const optional = ['init', 'scope', 'dispose', 'scalar', 'print', 'classifyError'] as const;
const functionsOf = {
  functional: ['vjp'],
  tape: ['requiresGrad', 'backward', 'grad', 'detach', 'noGrad', 'zeroGrad'],
} as const;

const text = (value: unknown): string => (typeof value === 'string' ? JSON.stringify(value) : String(value));

const dtypes = ({ adapter }: Hand): void => {
  for (const [name, by] of Object.entries<unknown>(adapter.dtypes)) {
    if (!isDtype(name))
      throw new Broken(
        `dtypes declares ${text(name)}, which is no dtype${suggestion(name, dtypeNames)}`,
        `expected ${dtypeNames.join(', ')}`,
      );
    if (by !== true && (!isDtype(by) || adapter.dtypes[by] !== true))
      throw new Broken(
        `dtypes declares ${name}: ${text(by)}, which stands in for nothing`,
        'expected true, or a dtype that is itself declared true',
      );
  }
};

const tables = ({ adapter }: Hand): void => {
  for (const table of ['ops', 'composed', 'modules', 'optim'] as const)
    for (const [name, entry] of Object.entries((adapter[table] ?? {}) as Readonly<Record<string, unknown>>)) {
      if (!opNames.includes(name))
        throw new Broken(
          `${table} has an entry ${text(name)}, which the suite does not know${suggestion(name, opNames)}`,
          "use PyTorch's name, or take the entry out: tconf list shows the ops",
        );
      if (typeof entry !== (table === 'modules' ? 'object' : 'function') || entry === null)
        throw new Broken(
          `${table}.${name} is ${text(entry)}`,
          'leave an op out that the library lacks: it is reported as unsupported',
        );
    }
};

const functions = ({ adapter }: Hand): void => {
  const { mutation, autograd } = adapter;
  if (mutation !== 'none' && mutation !== 'in-place')
    throw new Broken(`mutation is ${text(mutation)}`, "expected 'none', or 'in-place' if tensors can be written to");
  for (const name of optional)
    if (adapter[name] !== undefined && typeof adapter[name] !== 'function')
      throw new Broken(`${name} is ${text(adapter[name])}`, 'expected a function, or leave it out');
  if (autograd === undefined) return;
  const due: readonly string[] | undefined = functionsOf[autograd.kind];
  if (due === undefined) throw new Broken(`autograd.kind is ${text(autograd.kind)}`, "expected 'functional' or 'tape'");
  const missing = due.filter((name) => typeof (autograd as unknown as Record<string, unknown>)[name] !== 'function');
  if (missing.length > 0)
    throw new Broken(
      `autograd lacks ${missing.join(', ')}`,
      `a ${autograd.kind} autograd has the functions ${due.join(', ')}`,
    );
};

export const declaration: Check = {
  name: 'it declares what the suite knows',
  look: (hand) => {
    dtypes(hand);
    functions(hand);
    tables(hand);
  },
};
