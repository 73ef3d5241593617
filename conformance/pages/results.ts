import type { Page, Result } from './page.ts';

/** What a call returns that is given these options: some results come with an option only, under whichever of its names. */
export function resultsGiven(page: Page, options: Iterable<string>): readonly Result[] {
  const canonical = new Set([...options].map((name) => page.options[name]?.alias ?? name));
  return page.results.filter(({ with: needed }) => needed === undefined || canonical.has(needed));
}
