import { isDeepStrictEqual } from 'node:util';
import type { Case } from '../values/case.ts';
import { compareVersions, inPlaceOf, newest, pytorchVersions } from '../versions/index.ts';
import { atCase, type Lint } from './lint.ts';

const known = pytorchVersions.join(', ');

/** What is wrong with the `until` of an entry, given that of the entry before it. */
const untilFault = (until: string, before: string | undefined): string | undefined => {
  if (!pytorchVersions.includes(until)) return `nobody ran PyTorch ${until}; expected one of ${known}`;
  if (until === newest) return `${until} is the newest: what it gives is "expected"`;
  if (before !== undefined && compareVersions(before, until) >= 0)
    return `${until} stands after ${before}; expected the versions from old to new`;
  return undefined;
};

const earlierFaults = (one: Case) =>
  one.earlier.flatMap(({ until, expected }, i) => {
    const at = `earlier/${i}`;
    const wrong = untilFault(until, one.earlier[i - 1]?.until);
    const next = one.earlier[i + 1];
    const after = next === undefined ? one.expected : inPlaceOf(one.expected, next.expected);
    const same = isDeepStrictEqual(inPlaceOf(one.expected, expected), after);
    return [
      ...(wrong === undefined ? [] : [atCase(one, wrong, `${at}/until`)]),
      ...(same ? [atCase(one, `is what ${next?.until ?? 'the newest'} gives too; expected what differs`, at)] : []),
    ];
  });

/** `earlier` goes from old to new, through versions that are run, and says what differs; `source` names the newest of them. */
export const versions: Lint = {
  name: 'versions',
  run: ({ cases }) => {
    const sources = new Map(cases.map((one) => [one.file, one.source]));
    const other = [...sources].flatMap(([file, source]) => {
      const [, version] = /^pytorch-(.+)$/.exec(source) ?? [];
      if (version === undefined || version === newest) return [];
      const message = pytorchVersions.includes(version)
        ? `cases expect what the newest PyTorch gives; expected pytorch-${newest} (tconf author --again), got ${source}`
        : `nobody ran PyTorch ${version}; expected pytorch-${newest}`;
      return [{ file, path: '/source', message }];
    });
    return [...other, ...cases.flatMap(earlierFaults)];
  },
};
