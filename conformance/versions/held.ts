import type { Case, Earlier, Expected } from '../values/case.ts';
import { compareVersions } from './order.ts';

/**
 * What holds where something else does than a case expects: its names take the place of the case's own, and the rest is as
 * ever. Where one of the two raises and the other does not, nothing is left of the case's own.
 */
export const inPlaceOf = (own: Expected, other: Expected): Expected => {
  const alike = (own.error === undefined) === (other.error === undefined);
  return { ...other, names: { ...(alike ? own.names : {}), ...other.names } };
};

/** What PyTorch of a version gave, if not what it gives now. */
const earlierFor = ({ earlier }: Case, version: string): Earlier | undefined =>
  earlier.find(({ until }) => compareVersions(version, until) <= 0);

/** The case that a PyTorch of this version is held to, and nothing but that; for anybody else (`undefined`) the case itself. */
export const heldTo = (one: Case, version: string | undefined): Case => {
  if (version === undefined) return one;
  const before = earlierFor(one, version);
  return {
    ...one,
    expected: before === undefined ? one.expected : inPlaceOf(one.expected, before.expected),
    earlier: [],
  };
};
