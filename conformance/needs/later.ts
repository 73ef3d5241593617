import type { Case, Literal, OpStep, Step } from '../case.ts';
import { kindOf, refsIn } from '../judge/literal.ts';
import { type Pages, trace } from '../judge/provenance.ts';
import type { Page, Since } from '../page.ts';
import { pages as allPages } from '../pages.gen.ts';
import { compareVersions } from '../versions/index.ts';

/** Something that a case uses and older versions of PyTorch do not have. */
export interface Later {
  /** Where the page says so: `squeeze: dim: list`. */
  readonly place: string;
  /** The release that brought it: `2.0`. */
  readonly release: string;
  /** For a report: `squeeze with a list as dim, which came with PyTorch 2.0`. */
  readonly text: string;
}

type CellOf = ReturnType<typeof trace>;

/** What is given under a name, as an option or as an operand; `undefined` if nothing is. */
const givenAs = (page: Page, step: OpStep, name: string): Literal | undefined => {
  const spellings = [name, ...Object.keys(page.options).filter((other) => page.options[other]!.alias === name)];
  const option = spellings.find((spelling) => spelling in (step.with ?? {}));
  if (option !== undefined) return step.with![option];
  const at = page.operands.findIndex((operand) => operand.name === name);
  return at < 0 ? undefined : step.in?.[at];
};

/** The forms of what is given: that of the literal, or the dtype of the tensor that it names. */
const formsOf = (given: Literal, isOption: boolean, cellOf: CellOf): readonly string[] => {
  if (given === null) return ['none'];
  const path = isOption ? refsIn(given)[0] : given;
  if (typeof path === 'string' && !Array.isArray(given)) {
    const { dtype, items } = cellOf(path);
    return dtype !== undefined ? [dtype] : items !== undefined ? ['list'] : [];
  }
  if (Array.isArray(given)) return ['list'];
  return typeof given === 'string' ? ['text'] : [kindOf(given) ?? []].flat();
};

const WORDS: Readonly<Record<string, string>> = {
  none: 'None',
  bool: 'a bool',
  int: 'an int',
  float: 'a float',
  text: 'text',
  list: 'a list',
};

const partsOf = (page: Page, step: OpStep, name: string, since: Since, cellOf: CellOf): readonly Later[] => {
  const given = givenAs(page, step, name);
  if (given === undefined) return [];
  const later = (place: string, what: string, release: string): Later => ({
    place: `${page.name}: ${place}`,
    release,
    text: `${step.op} with ${what}, which came with PyTorch ${release}`,
  });
  // Of an operand, null is the same as nothing.
  if (typeof since === 'string') return given === null && !(name in page.options) ? [] : [later(name, name, since)];
  const forms = formsOf(given, name in page.options, cellOf);
  return Object.entries(since).flatMap(([form, release]) => {
    const [, absent] = /^without (.+)$/.exec(form) ?? [];
    const holds = absent === undefined ? forms.includes(form) : givenAs(page, step, absent) === undefined;
    const what = absent === undefined ? `${WORDS[form] ?? form} as ${name}` : `${name} ${form}`;
    return holds ? [later(`${name}: ${form}`, what, release)] : [];
  });
};

const callsIn = (steps: readonly Step[]): readonly OpStep[] =>
  steps.flatMap((step) => ('op' in step ? [step] : callsIn('no_grad' in step ? step.no_grad : step.ops)));

/** What a case uses that came with a later release than `version`, as the pages say by `since`; the latest first. */
export const laterThan = (one: Case, version: string, pages: Pages = allPages): readonly Later[] => {
  const dated = callsIn(one.ops).flatMap((step) => {
    const page = pages[step.op] ?? Object.values(pages).find(({ inplace }) => inplace === step.op);
    return page?.since === undefined ? [] : [{ step, page, since: page.since }];
  });
  if (dated.length === 0) return [];
  const cellOf = trace(one, pages);
  const all = dated.flatMap(({ step, page, since }): readonly Later[] =>
    typeof since === 'string'
      ? [{ place: page.name, release: since, text: `${step.op}, which came with PyTorch ${since}` }]
      : Object.entries(since).flatMap(([name, part]) => partsOf(page, step, name, part, cellOf)),
  );
  const byPlace = new Map(all.map((later) => [later.place, later]));
  return [...byPlace.values()]
    .filter(({ release }) => compareVersions(release, version) > 0)
    .sort((a, b) => compareVersions(b.release, a.release));
};
