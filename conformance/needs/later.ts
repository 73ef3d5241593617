import { type Pages, trace } from '../judge/provenance.ts';
import type { Page } from '../pages/page.ts';
import { pages as allPages } from '../pages/pages.gen.ts';
import type { Case, Literal, OpStep } from '../values/case.ts';
import { isFloat } from '../values/dtypes.ts';
import { kindOf, refsIn } from '../values/literal.ts';
import { callsIn } from '../values/steps.ts';
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

const ABSENT = /^without (.+)$/;
/** The form of an operand whose gradient came later than the op. */
const GRADIENT = 'gradient';
const PASSES: ReadonlySet<string> = new Set(['backward', 'autograd.grad']);

/** A part of an op's `since` in words: `dim`, `a list as dim`, `correction without dim`. */
export const partText = (name: string, form?: string): string => {
  if (form === undefined) return name;
  if (form === GRADIENT) return `a gradient of ${name}`;
  return ABSENT.test(form) ? `${name} ${form}` : `${WORDS[form] ?? form} as ${name}`;
};

/** Every part that a page dates: an operand or option, or a form of one. */
export const datedParts = (
  since: Exclude<Page['since'], string | undefined>,
): readonly { readonly name: string; readonly form?: string; readonly release: string }[] =>
  Object.entries(since).flatMap(([name, part]) =>
    typeof part === 'string'
      ? [{ name, release: part }]
      : Object.entries(part).map(([form, release]) => ({ name, form, release })),
  );

/** What is known not to be floating has no gradient. */
const mayHaveGradient = (given: Literal, cellOf: CellOf): boolean => {
  const dtype = typeof given === 'string' ? cellOf(given).dtype : undefined;
  return dtype === undefined || isFloat(dtype);
};

/** Whether a call has such a part. */
const has = (
  page: Page,
  step: OpStep,
  name: string,
  form: string | undefined,
  cellOf: CellOf,
  goesBack: boolean,
): boolean => {
  const given = givenAs(page, step, name);
  if (given === undefined) return false;
  if (form === GRADIENT) return goesBack && mayHaveGradient(given, cellOf);
  // Of an operand, null is the same as nothing.
  if (form === undefined) return given !== null || name in page.options;
  const [, absent] = ABSENT.exec(form) ?? [];
  if (absent !== undefined) return givenAs(page, step, absent) === undefined;
  return formsOf(given, name in page.options, cellOf).includes(form);
};

/** Where a page dates something: `squeeze: dim: list`, `squeeze` for the whole op. */
export const placeOf = (page: Page, ...part: readonly (string | undefined)[]): string =>
  [page.name, ...part].filter((word) => word !== undefined).join(': ');

/** What a case uses that came with a later release than `version`, as the pages say by `since`; the latest first. */
export const laterThan = (one: Case, version: string, pages: Pages = allPages): readonly Later[] => {
  const calls = callsIn(one.ops);
  const goesBack = calls.some(({ op }) => PASSES.has(op));
  const dated = calls.flatMap((step) => {
    const page = pages[step.op] ?? Object.values(pages).find(({ inplace }) => inplace === step.op);
    return page?.since === undefined ? [] : [{ step, page, since: page.since }];
  });
  if (dated.length === 0) return [];
  const cellOf = trace(one, pages);
  const all = dated.flatMap(({ step, page, since }): readonly Later[] => {
    const later = (place: string, release: string, what: string): Later => ({
      place,
      release,
      text: `${step.op}${what}, which came with PyTorch ${release}`,
    });
    if (typeof since === 'string') return [later(placeOf(page), since, '')];
    return datedParts(since)
      .filter(({ name, form }) => has(page, step, name, form, cellOf, goesBack))
      .map(({ name, form, release }) => later(placeOf(page, name, form), release, ` with ${partText(name, form)}`));
  });
  const byPlace = new Map(all.map((later) => [later.place, later]));
  return [...byPlace.values()]
    .filter(({ release }) => compareVersions(release, version) > 0)
    .sort((a, b) => compareVersions(b.release, a.release));
};
