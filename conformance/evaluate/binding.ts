import type { Host } from '../values/observation.ts';
import { Breach } from './failure.ts';
import type { Run } from './run.ts';
import type { Value } from './values.ts';

/** Gives a value its name, or its parts their names; null skips one. */
export function bind(run: Run, out: string | readonly (string | null)[] | undefined, value: Value, op: string): void {
  if (out === undefined) return;
  if (typeof out === 'string') {
    run.names.set(out, value);
    return;
  }
  const parts = partsOf(value);
  if (parts?.length !== out.length) {
    throw new Breach(`${op} gives ${parts?.length ?? 1} results, and ${out.length} are named`);
  }
  for (const [i, name] of out.entries()) if (name !== null) run.names.set(name, parts[i]!);
}

function partsOf(value: Value): readonly Value[] | undefined {
  if (value.kind === 'sequence') return value.items;
  if (value.kind !== 'host' || !Array.isArray(value.value)) return undefined;
  return (value.value as readonly Host[]).map((item) => ({ kind: 'host', type: 'number', value: item }));
}
