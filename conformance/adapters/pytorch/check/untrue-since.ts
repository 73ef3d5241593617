import { judge } from '../../../judge/index.ts';
import { laterThan } from '../../../needs/index.ts';
import { pages as allPages } from '../../../pages/pages.gen.ts';
import { counted } from '../../../reporters/text.ts';
import type { Implementation } from '../../../run/implementation.ts';
import { requestOf } from '../../../run/request.ts';
import type { Case } from '../../../values/case.ts';

/**
 * Every `since` above a version that this version disproves: all cases that need nothing else of a later one, and expect no
 * error, pass on it.
 */
export const untrueSinces = async (
  cases: readonly Case[],
  version: string,
  implementation: Implementation,
  pages: Parameters<typeof laterThan>[2] = allPages,
): Promise<readonly string[]> => {
  const passed = new Map<string, boolean[]>();
  for (const one of cases) {
    const later = laterThan(one, version, pages);
    if (later.length !== 1 || one.expected.error !== undefined) continue;
    const outcome = await implementation.run(requestOf(one));
    const { verdict } = judge({ ...one, earlier: [] }, outcome);
    const { place, release } = later[0]!;
    const key = `${place} says since ${release}`;
    passed.set(key, [...(passed.get(key) ?? []), verdict === 'pass']);
  }
  return [...passed]
    .filter(([, all]) => all.every(Boolean))
    .map(([key, all]) => `${key}, but ${version} has it: ${counted(all.length, 'case')} of it pass`);
};
