import type { Report } from '../load/fault.ts';
import type { Page } from '../pages/page.ts';
import { compareVersions, newest, pytorchVersions } from '../versions/index.ts';

/** Every release that a page names, with its place. */
const releasesOf = ({ since = {} }: Page): readonly [place: string, release: string][] => {
  if (typeof since === 'string') return [['/since', since]];
  return Object.entries(since).flatMap(([name, part]): [string, string][] => {
    if (typeof part === 'string') return [[`/since/${name}`, part]];
    return Object.entries(part).map(([form, release]) => [`/since/${name}/${form}`, release]);
  });
};

/** `since` speaks of operands and options that there are, and of releases between the versions that are run. */
export const checkSince = (page: Page, report: Report): void => {
  const names = [...page.operands.map((operand) => operand.name), ...Object.keys(page.options)];
  const known = (name: string, at: string): void => {
    if (!names.includes(name)) report(at, `${name} is no operand and no option; expected one of ${names.join(', ')}`);
  };
  for (const [name, part] of typeof page.since === 'object' ? Object.entries(page.since) : []) {
    known(name, `/since/${name}`);
    for (const form of typeof part === 'string' ? [] : Object.keys(part))
      if (form.startsWith('without ')) known(form.slice('without '.length), `/since/${name}/${form}`);
  }
  const [oldest] = pytorchVersions as [string];
  for (const [at, release] of releasesOf(page))
    if (compareVersions(release, oldest) <= 0)
      report(at, `${release} is no later than ${oldest}, the oldest that is run`);
    else if (compareVersions(release, newest) > 0)
      report(at, `${release} is later than ${newest}, the newest that is run`);
};
