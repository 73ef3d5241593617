import { readdirSync, readFileSync } from 'node:fs';
import { opsOf } from '../lint/ops.ts';
import type { FixtureFile } from '../load/fixture.gen.ts';
import { readCase } from '../load/read-case.ts';
import { datedParts, laterThan, partText, placeOf } from '../needs/index.ts';
import type { Page } from '../pages/page.ts';
import { asIs, code, markdownTable } from '../reporters/markdown-text.ts';
import { counted, cut } from '../reporters/text.ts';
import { valueText } from '../show/expected.ts';
import type { Case, Expected } from '../values/case.ts';
import { compareVersions, inPlaceOf, pytorchVersions, release } from '../versions/index.ts';

const fixtures = new URL('../../fixtures/', import.meta.url);

/** The cases of the fixtures as their files say them: what is generated may not depend on what is generated. */
export const rawCases = (folder: URL = fixtures): readonly Case[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.json'))
    .sort()
    .flatMap((path) => {
      const { cases, source } = JSON.parse(readFileSync(new URL(path, folder), 'utf8')) as FixtureFile;
      return cases.map((one) => readCase(one, path.replace(/\.json$/, ''), source, `fixtures/${path}`));
    });

/** From one version to the next. */
interface Step {
  readonly from: string;
  readonly to: string;
}

/** What an expectation says of these names, or all that it says. */
const saying = ({ names, error, either }: Expected, only?: ReadonlySet<string>): string => {
  if (either !== undefined) return either.map((one) => saying(one)).join(' or ');
  const chosen = Object.entries(names).filter(([name]) => only?.has(name) ?? true);
  const values = chosen.map(([name, one]) => {
    const text = valueText(one) ?? one.prints?.split('\n').join(' ') ?? '…';
    return code(cut(`${name} = ${text}`, 120));
  });
  return [...(error === undefined ? [] : [`raises ${code(error.kind)}`]), ...values].join(', ');
};

/** The op that a case is about: the first that it cites, else that of its file, else the last that it uses. */
const subject = ({ id, rules, ops: steps }: Case, names: ReadonlySet<string>): string => {
  const cited = rules.map((rule) => rule.replace(/\.C\d+$/, ''));
  return [...cited, id.split('/')[1]!].find((name) => names.has(name)) ?? opsOf(steps).at(-1)!;
};

const changeRow = (one: Case, at: number, op: string): string[] => {
  const before = one.earlier[at]!.expected;
  const next = one.earlier[at + 1]?.expected;
  const after = next === undefined ? one.expected : inPlaceOf(one.expected, next);
  const alike = (after.error === undefined) === (before.error === undefined);
  const names = alike && before.either === undefined ? new Set(Object.keys(before.names)) : undefined;
  return [code(op), saying(before), saying(after, names), `[${asIs(one.title.en)}](../${one.file}) (${code(one.id)})`];
};

const changes = (cases: readonly Case[], names: ReadonlySet<string>, { from, to }: Step): string[] => {
  const rows = cases.flatMap((one) => {
    const op = subject(one, names);
    return one.earlier.flatMap(({ until }, i) => (until === from ? [[op, changeRow(one, i, op)] as const] : []));
  });
  if (rows.length === 0) return [];
  const sorted = [...rows].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, row]) => row);
  return ['', ...markdownTable(['', `until ${release(from)}`, `in ${release(to)}`, 'the case'], sorted, false)];
};

/** What came after one version and no later than the next. */
const news = (pages: readonly Page[], cases: readonly Case[], { from, to }: Step): string[] => {
  const byName = Object.fromEntries(pages.map((page) => [page.name, page]));
  const places = cases.flatMap((one) => laterThan(one, from, byName).map(({ place }) => place));
  const rows = pages.flatMap((page) => {
    const { since } = page;
    if (since === undefined) return [];
    const parts =
      typeof since === 'string' ? [{ name: undefined, form: undefined, release: since }] : datedParts(since);
    return parts
      .filter((part) => compareVersions(part.release, from) > 0 && compareVersions(part.release, to) <= 0)
      .map(({ name, form, release }) => {
        const place = placeOf(page, name, form);
        const uses = places.filter((one) => one === place).length;
        const what = name === undefined ? 'the op' : partText(name, form);
        return [`[${code(page.name)}](ops/${page.name}.md)`, asIs(what), release, counted(uses, 'case')];
      });
  });
  return rows.length === 0 ? [] : ['', ...markdownTable(['', 'takes', 'since', ''], rows, false)];
};

/** The text of `spec/versions.md`: what changed from version to version, for whoever upgrades. */
export function versionsText(pages: readonly Page[], cases: readonly Case[]): string {
  const names = new Set(pages.map(({ name }) => name));
  const steps = pytorchVersions.slice(1).map((to, i): Step => ({ from: pytorchVersions[i]!, to }));
  const sections = steps.flatMap((step) => {
    const body = [...changes(cases, names, step), ...news(pages, cases, step)];
    const none = body.length === 0 ? ['', 'No case differs.'] : body;
    return ['', `## From ${release(step.from)} to ${release(step.to)}`, ...none];
  });
  return `${[
    '# Versions of PyTorch',
    '',
    '<!-- Generated from the fixtures and the pages by `npm run generate`. -->',
    '',
    `Every case is run on PyTorch ${pytorchVersions.join(', ')}. This is where they differ: what a program gives since it runs on the newer of two, and`,
    'what the newer one takes and the older one does not. A change stands under the first of these versions in which it was seen; it came with that one,',
    'or with one in between. From the `earlier` of the cases and the `since` of the pages.',
    ...sections,
  ].join('\n')}\n`;
}
