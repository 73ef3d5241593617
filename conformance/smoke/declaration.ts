import { suggestion } from '../load/nearest.ts';
import { opNames } from '../load/op-names.ts';
import { allDtypes, isDtype } from '../values/dtypes.ts';
import { adapted, notPlain } from './adapted.ts';
import type { AdapterProbe } from './adapter-probe.ts';
import type { Check } from './check.ts';
import { Broken, throwFaults } from './ending.ts';
import { torchNames } from './torch-names.gen.ts';

const optional = ['init', 'scope', 'dispose', 'scalar', 'print', 'classifyError'] as const;
const functionsOf = {
  functional: ['vjp'],
  tape: ['requiresGrad', 'backward', 'grad', 'detach', 'noGrad', 'zeroGrad'],
} as const;

const text = (value: unknown): string => (typeof value === 'string' ? JSON.stringify(value) : String(value));

const dtypes = ({ adapter }: AdapterProbe): Broken[] =>
  Object.entries<unknown>(adapter.dtypes).flatMap(([name, by]) => {
    if (!isDtype(name))
      return new Broken(
        `dtypes declares ${text(name)}, which is no dtype${suggestion(name, allDtypes)}`,
        `expected ${allDtypes.join(', ')}`,
      );
    if (by === true || (isDtype(by) && adapter.dtypes[by] === true)) return [];
    return new Broken(
      `dtypes declares ${name}: ${text(by)}, which stands in for nothing`,
      'expected true, or a dtype that is itself declared true',
    );
  });

const tables = ['ops', 'composed', 'modules', 'optim'] as const;
const entriesOf = ({ adapter }: AdapterProbe) =>
  tables.flatMap((table) => {
    const entries = (adapter[table] ?? {}) as Readonly<Record<string, unknown>>;
    return Object.entries(entries).map(([name, entry]) => ({ table, name, entry }));
  });

const entries = (probe: AdapterProbe): Broken[] =>
  entriesOf(probe).flatMap(({ table, name, entry }) => {
    if (!opNames.includes(name)) {
      if (torchNames.has(name)) return [];
      return new Broken(
        `${table} has an entry ${text(name)}, which neither the suite nor PyTorch knows${suggestion(name, opNames)}`,
        "use PyTorch's name, or take the entry out: tconf list shows the ops",
      );
    }
    if (typeof entry === (table === 'modules' ? 'object' : 'function') && entry !== null) return [];
    return new Broken(
      `${table}.${name} is ${text(entry)}`,
      'leave an op out that the library lacks: it is reported as unsupported',
    );
  });

/** What PyTorch has and the suite has no page for. */
const withoutPage = (probe: AdapterProbe): string[] => {
  const names = entriesOf(probe).map(({ name }) => name);
  const unknown = names.filter((name) => !opNames.includes(name) && torchNames.has(name));
  return unknown.length === 0
    ? []
    : [
        `${unknown.join(', ')}: PyTorch's, but the suite has no page for ${unknown.length === 1 ? 'it' : 'them'} yet, and no case`,
      ];
};

/** That another dtype may stand in for int64, in which PyTorch has what is written without a point. */
const standIn = ({ adapter }: AdapterProbe): string[] => {
  if (adapter.dtypes.int64 !== undefined) return [];
  const by = (['int32', 'float64', 'float32'] as const).find((name) => adapter.dtypes[name] === true);
  return by === undefined
    ? []
    : [`int64 is not declared, so that no case runs that has integers; int64: '${by}' lets ${by} stand in for it`];
};

const functions = ({ adapter }: AdapterProbe): Broken[] => {
  const faults: Broken[] = [];
  const broken = (wrong: string, mend: string): void => void faults.push(new Broken(wrong, mend));
  const { mutation, autograd } = adapter;
  if (mutation !== 'none' && mutation !== 'in-place')
    broken(`mutation is ${text(mutation)}`, "expected 'none', or 'in-place' if tensors can be written to");
  for (const name of optional)
    if (adapter[name] !== undefined && typeof adapter[name] !== 'function')
      broken(`${name} is ${text(adapter[name])}`, 'expected a function, or leave it out');
  if (autograd === undefined) return faults;
  const due: readonly string[] | undefined = functionsOf[autograd.kind];
  if (due === undefined) broken(`autograd.kind is ${text(autograd.kind)}`, "expected 'functional' or 'tape'");
  const missing = (due ?? []).filter(
    (name) => typeof (autograd as unknown as Record<string, unknown>)[name] !== 'function',
  );
  if (missing.length > 0)
    broken(`autograd lacks ${missing.join(', ')}`, `a ${autograd.kind} autograd has the functions ${due!.join(', ')}`);
  return faults;
};

export const declaration: Check = {
  name: 'it declares what the suite knows',
  look: (probe) => {
    throwFaults([...dtypes(probe), ...functions(probe), ...entries(probe), ...adapted(probe)]);
    return [...withoutPage(probe), ...standIn(probe), ...notPlain(probe)];
  },
};
