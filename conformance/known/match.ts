import picomatch from 'picomatch';
import { suggestion } from '../load/nearest.ts';
import type { Case } from '../values/case.ts';
import { sizes } from './floor.ts';
import type { Floor, KnownFault, KnownLine, KnownText } from './parse.ts';

/** A glob that hides more than this hides what nobody has looked at. */
const MOST = 20;

/** Which line lists which case, and which cases each line lists. */
export interface Listing {
  readonly byId: ReadonlyMap<string, KnownLine>;
  readonly ids: ReadonlyMap<KnownLine, readonly string[]>;
  readonly floors: readonly Floor[];
  /** The lines that list no case, or say of a topic what it cannot be. */
  readonly stale: readonly KnownFault[];
  /** The lines that list too many, or a case that another line lists. */
  readonly faults: readonly KnownFault[];
}

const hint = (pattern: string, ids: readonly string[]): string =>
  ids.some((id) => id.startsWith(`${pattern.replace(/\/$/, '')}/`))
    ? `; expected the ids of cases: ${JSON.stringify(`${pattern.replace(/\/$/, '')}/*`)} lists all of a topic`
    : suggestion(pattern, ids);

/** What is wrong with the floors, each as the fault of its line. */
const floorFaults = (floors: readonly Floor[], all: ReadonlyMap<string, number>) => {
  const stale: KnownFault[] = [];
  const faults: KnownFault[] = [];
  const first = new Map<string, Floor>();
  for (const floor of floors) {
    const { topic, runs, line, column } = floor;
    const cases = all.get(topic) ?? 0;
    const before = first.get(topic);
    const fault = (message: string): KnownFault => ({ line, column, message });
    if (before !== undefined) faults.push(fault(`${topic} has a number on line ${before.line} already`));
    else if (cases === 0) stale.push(fault(`no case of ${JSON.stringify(topic)}${suggestion(topic, [...all.keys()])}`));
    else if (runs > cases) stale.push(fault(`${runs} cases of ${topic} are to run, and there are only ${cases}`));
    if (before === undefined) first.set(topic, floor);
  }
  return { stale, faults };
};

/** Finds the cases of each line. `cases` is the whole suite, whatever part of it is run. */
export const listing = ({ lines }: KnownText, cases: readonly Case[]): Listing => {
  const all = cases.map(({ id }) => id);
  const existing = new Set(all);
  const byId = new Map<string, KnownLine>();
  const ids = new Map<KnownLine, readonly string[]>();
  const stale: KnownFault[] = [];
  const faults: KnownFault[] = [];
  for (const { entry } of lines) {
    if (entry === undefined) continue;
    const { pattern, line, column } = entry;
    const matches = picomatch(pattern);
    const listed = existing.has(pattern) ? [pattern] : all.filter((id) => matches(id));
    ids.set(entry, listed);
    const fault = (message: string) => ({ line, column, message });
    if (listed.length === 0) stale.push(fault(`no case matches ${JSON.stringify(pattern)}${hint(pattern, all)}`));
    if (listed.length > MOST)
      faults.push(fault(`${JSON.stringify(pattern)} covers ${listed.length} cases; expected at most ${MOST}`));
    const twice = listed.find((id) => byId.has(id));
    if (twice !== undefined) faults.push(fault(`${twice} is listed on line ${byId.get(twice)!.line} already`));
    for (const id of listed) if (!byId.has(id)) byId.set(id, entry);
  }
  const floors = lines.flatMap(({ floor }) => floor ?? []);
  const wrong = floorFaults(floors, sizes(all));
  return { byId, ids, floors, stale: [...stale, ...wrong.stale], faults: [...faults, ...wrong.faults] };
};
