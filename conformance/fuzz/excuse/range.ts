import { compareVersions } from '../../versions/index.ts';

const signs: Readonly<Record<string, (order: number) => boolean>> = {
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
};

/** Whether a version lies in a range: `*` for all, or bounds with blanks between, `>=2.0 <2.6`. */
export const inRange = (version: string, range: string): boolean =>
  range === '*' ||
  range.split(' ').every((bound) => {
    const [, sign, limit] = /^([<>]=?)(\d[\d.]*)$/.exec(bound) ?? [];
    if (sign === undefined) throw new RangeError(`no range of versions: ${JSON.stringify(range)}`);
    return signs[sign]!(compareVersions(version, limit!));
  });
