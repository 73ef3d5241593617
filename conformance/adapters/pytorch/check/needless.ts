import { type JudgeOptions, judge } from '../../../judge/index.ts';
import type { Case, Earlier } from '../../../values/case.ts';
import type { Outcome } from '../../../values/observation.ts';
import { compareVersions, inPlaceOf, pytorchVersions, release } from '../../../versions/index.ts';

/** The version of the list that this one is: `1.13.0a0`, as Debian's 1.13.1 calls itself, is 1.13.1. */
export const listed = (version: string): string | undefined =>
  pytorchVersions.find((one) => release(one) === release(version));

/** The newest version of the list that is older than this one. */
export const before = (version: string): string | undefined =>
  pytorchVersions.filter((one) => compareVersions(one, version) < 0).at(-1);

/** What a version gives on one processor and not on another stands there as `either`. */
const dependsOnProcessor = ({ expected: { names, either } }: Earlier): boolean =>
  either !== undefined || Object.values(names).some((one) => one.either !== undefined);

/** Of a version that gives what a case calls `earlier`: whether it gives what comes after that as well. */
export const isNeedless = (one: Case, version: string, outcome: Outcome, options: JudgeOptions): boolean => {
  const at = one.earlier.findIndex(({ until }) => until === listed(version));
  if (at < 0 || dependsOnProcessor(one.earlier[at]!)) return false;
  const next = one.earlier[at + 1];
  const expected = next === undefined ? one.expected : inPlaceOf(one.expected, next.expected);
  const after = { ...one, expected, conventions: [], earlier: [] };
  const { verdict } = judge(after, outcome, { ...options, pytorch: version });
  return verdict === 'pass';
};
