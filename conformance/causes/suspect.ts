import type { Use } from './uses.ts';

/** A case that could run, with what it is about and what it depends on. */
export interface Ran {
  readonly id: string;
  readonly about: string;
  readonly uses: readonly Use[];
  readonly fails: boolean;
}

/** How the cases that use an op in one way ended. */
interface Record {
  readonly use: Use;
  failing: number;
  total: number;
  /** A failing case is about this op. */
  own: boolean;
  /** One such case uses no other op that may be to blame. */
  alone: boolean;
}

/**
 * The share of cases that fail, as low as it may be by chance: two of two say less than ninety-nine of a hundred.
 * The lower end of Wilson's interval at 95 %.
 */
const suspicion = ({ failing, total }: Record): number => {
  const z = 1.96;
  const share = failing / total;
  const spread = z * Math.sqrt((share * (1 - share) + (z * z) / (4 * total)) / total);
  return (share + (z * z) / (2 * total) - spread) / (1 + (z * z) / total);
};

const recordsOf = (cases: readonly Ran[]): ReadonlyMap<string, Record> => {
  const records = new Map<string, Record>();
  for (const { about, uses, fails } of cases) {
    for (const use of uses) {
      const record = records.get(use.way) ?? { use, failing: 0, total: 0, own: false, alone: false };
      records.set(use.way, record);
      record.total++;
      if (!fails) continue;
      record.failing++;
      if (use.op === about) record.own = true;
    }
  }
  return records;
};

const certain = ({ alone, failing, total }: Record): boolean => alone && 2 * failing >= total;

/** The use that is most likely to be what breaks the cases that fail. */
export interface Suspect {
  readonly use: Use;
  /** It breaks them for certain: its op fails where no other may be the reason, and in most of its cases. */
  readonly certain: boolean;
}

/**
 * The most suspicious use of an op with a failing case of its own. One that is broken for certain goes before one that
 * may only suffer from it. Undefined if no such op is left.
 */
export const suspect = (cases: readonly Ran[]): Suspect | undefined => {
  const records = recordsOf(cases);
  for (const { about, uses, fails } of cases) {
    if (!fails || uses.some(({ op, way }) => op !== about && records.get(way)!.own)) continue;
    for (const { op, way } of uses) if (op === about) records.get(way)!.alone = true;
  }
  const suspects = [...records.values()].filter(({ own }) => own);
  suspects.sort((a, b) => Number(certain(b)) - Number(certain(a)) || suspicion(b) - suspicion(a));
  const [first] = suspects;
  return first && { use: first.use, certain: certain(first) };
};
