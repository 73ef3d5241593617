import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listing, parseKnown } from '../known/index.ts';
import { titlesByLine } from '../scoreboard/findings.ts';
import type { Case } from '../values/case.ts';

const FOLDER = join('conformance', 'adapters');

export const findingsFile = (root: string, library: string): string => join(root, FOLDER, library, 'findings.md');

/** The libraries that have findings. */
export const librariesWithFindings = (root: string): readonly string[] =>
  readdirSync(join(root, FOLDER)).filter((name) => existsSync(findingsFile(root, name)));

/** The cases that a library's known failures list under each heading. */
const casesByTitle = (root: string, library: string, cases: readonly Case[]): ReadonlyMap<string, readonly Case[]> => {
  const others = librariesWithFindings(root).filter((name) => name !== library);
  const { titles } = titlesByLine(root, library, others);
  const known = parseKnown(readFileSync(join(root, FOLDER, library, 'known-failures.txt'), 'utf8'));
  const byId = new Map(cases.map((one) => [one.id, one]));
  const found = new Map<string, Case[]>();
  for (const [{ line }, ids] of listing(known, cases).ids) {
    const title = titles.get(line);
    if (title === undefined) continue;
    found.set(title, [...(found.get(title) ?? []), ...ids.map((id) => byId.get(id)!)]);
  }
  return found;
};

const lineOf = (cases: readonly Case[]): string =>
  `Clauses: ${[...new Set(cases.flatMap(({ rules }) => rules))].sort().join(', ')}. Cases: ${cases.length}.`;

/**
 * A finding with its last line as its cases have it: the clauses that they cite, and how many they are. Of a finding that
 * no case shows, whoever wrote it says which clauses it breaks.
 */
const withLine = (section: string, cases: readonly Case[]): string =>
  cases.length === 0
    ? section.trimEnd().replace(/^(Clauses: .*)Cases: \d+\.$/m, '$1Cases: 0.')
    : `${section.replace(/^Clauses: .*\n*/gm, '').trimEnd()}\n\n${lineOf(cases)}`;

/** What a library's findings.md holds, and what it would if the last line of each finding were true. */
export const clausesOf = (
  root: string,
  library: string,
  cases: readonly Case[],
): { readonly text: string; readonly due: string } => {
  const text = readFileSync(findingsFile(root, library), 'utf8');
  const byTitle = casesByTitle(root, library, cases);
  const [preamble, ...sections] = text.split(/^(?=## )/m);
  const due = sections.map((section) => withLine(section, byTitle.get(/^## (.*)/.exec(section)![1]!) ?? []));
  return { text, due: `${[preamble!.trimEnd(), ...due].join('\n\n')}\n` };
};
