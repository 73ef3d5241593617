import type { Case } from '../values/case.ts';
import type { Verdict } from '../values/verdict.ts';
import type { Floor } from './parse.ts';

/** `ops/log` of `ops/log/of-zero`. */
export const topicOf = (id: string): string => id.split('/').slice(0, 2).join('/');

/** How many cases of each topic there are. */
export const sizes = (ids: readonly string[]): ReadonlyMap<string, number> => {
  const found = new Map<string, number>();
  for (const id of ids) found.set(topicOf(id), (found.get(topicOf(id)) ?? 0) + 1);
  return found;
};

const runs = ({ verdict }: Verdict): boolean => verdict !== 'unsupported';

/** How many cases of each topic ran, whatever came of them; a topic of which none did is not there. */
export const ranOf = (verdicts: readonly Verdict[]): ReadonlyMap<string, number> =>
  sizes(verdicts.filter(runs).map(({ id }) => id));

/**
 * The verdicts in the light of the floors: where fewer cases of a topic run than its line says, its unsupported cases are
 * not as they should be. A topic of which only a part was run is not looked at. `suite`: all its cases; `file`: how
 * messages call the file.
 */
export const settleFloors = (
  floors: readonly Floor[],
  suite: readonly Case[],
  verdicts: readonly Verdict[],
  file: string,
): readonly Verdict[] => {
  const all = sizes(suite.map(({ id }) => id));
  const given = sizes(verdicts.map(({ id }) => id));
  const ran = ranOf(verdicts);
  const broken = new Map<string, Floor>();
  for (const floor of floors) {
    const whole = given.get(floor.topic) === all.get(floor.topic);
    if (whole && (ran.get(floor.topic) ?? 0) < floor.runs) broken.set(floor.topic, floor);
  }
  if (broken.size === 0) return verdicts;
  return verdicts.map((verdict) => {
    const floor = broken.get(topicOf(verdict.id));
    if (floor === undefined || runs(verdict) || verdict.known !== undefined) return verdict;
    const place = `${file}:${floor.line}`;
    const untrue = `${place} says that ${floor.runs} cases of ${floor.topic} run, and ${ran.get(floor.topic) ?? 0} do now`;
    return { ...verdict, known: { reason: 'runs', place, untrue: `${untrue}: ${verdict.message ?? 'unsupported'}` } };
  });
};
