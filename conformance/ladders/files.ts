/** The ladders as fixture files: `fixtures/ladders/<op>.json`. */
import { tightLayout } from '../author/layout.ts';
import type { Page } from '../pages/page.ts';
import { pageOf } from '../pages/page-of.ts';
import { roleOf } from '../pages/role.ts';
import { aloneOf } from './alone.ts';
import { arrivingOf } from './arriving.ts';
import { digitsOf } from './digits.ts';
import { dtypesOf } from './dtypes.ts';
import { familyLadder } from './families/index.ts';
import { fewOf } from './few.ts';
import type { Ladder } from './ladder.ts';
import { layoutsOf } from './layouts.ts';
import { mixedOf } from './mixed.ts';
import { heldOf } from './modules/held.ts';
import { ladderOfModule } from './modules/ladder.ts';
import { own } from './own/index.ts';
import type { Draft } from './program.ts';
import { ranksOf } from './ranks.ts';
import type { Rung } from './rung.ts';
import { savedOf } from './saved.ts';
import { sizesOf } from './sizes.ts';
import { smallOf } from './small.ts';
import { statesOf } from './states.ts';
import { unchangedOf } from './unchanged.ts';
import { wideOf } from './wide.ts';

interface LadderCase {
  readonly id: string;
  readonly inputs?: unknown;
  readonly ops: unknown;
  readonly expected: Readonly<Record<string, unknown>>;
  /** What older versions of PyTorch gave, by hand. */
  readonly earlier?: unknown;
  /** What a library may document that it gives instead, by hand. */
  readonly conventions?: unknown;
  /** A case that succeeds where this one did not. */
  readonly control?: unknown;
}
interface LadderFile {
  readonly title: string;
  readonly source: string;
  readonly cases: readonly LadderCase[];
}

/** The ladder of an op, of its in-place form, or of a module; empty where there is nothing of which there could be more. */
export const ladderOf = (page: Page, op: string = page.name): Ladder =>
  page.functional !== undefined
    ? ladderOfModule(page, ladderOf(pageOf(page.functional)!.page))
    : (own[op]?.(page) ?? familyLadder(page, op) ?? {});

/** Of a module: what is in its calls beyond its function's, and in its parameters. */
const rungsOfModule = (page: Page): readonly Rung[] => {
  const ladder = page.functional === undefined ? {} : ladderOf(page);
  return [
    ...digitsOf(ladder, page, page.name),
    ...layoutsOf(ladder, page.name),
    ...ranksOf(ladder, page.name),
    ...arrivingOf(ladder, page.name),
    ...statesOf(ladder, page.name),
    ...savedOf(ladder, page.name),
    ...(page.functional === undefined ? [] : unchangedOf(page)),
    ...heldOf(page.name),
  ];
};

/** All rungs of a page: of its op, and of the op's in-place form. */
export const rungsOf = (page: Page): readonly Rung[] => {
  if (roleOf(page) === 'module') return rungsOfModule(page);
  return [page.name, ...(page.inplace === undefined ? [] : [page.inplace])].flatMap((op) => {
    const ladder = ladderOf(page, op);
    const inPlace = op !== page.name;
    const many = inPlace ? [] : dtypesOf(ladder, page, op);
    return [
      ...sizesOf(ladder, op, inPlace),
      ...many,
      ...fewOf(ladder, page, op, new Set(many.map(({ id }) => id))),
      ...wideOf(ladder, page, op),
      ...mixedOf(ladder, page, op),
      ...digitsOf(ladder, page, op),
      ...smallOf(ladder, page, op),
      ...layoutsOf(ladder, op),
      ...ranksOf(ladder, op),
      ...arrivingOf(ladder, op),
      ...aloneOf(ladder, op),
      ...statesOf(ladder, op),
      ...savedOf(ladder, op),
      ...(inPlace ? [] : unchangedOf(page)),
    ];
  });
};

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What was expected before, within what is due now. */
const tolerant = (before: LadderCase['expected'], asked: Draft['expected']): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(before).map(([name, old]) => {
      const now = asked[name];
      if (typeof old !== 'object' || old === null) return [name, now];
      const { tolerance: _, ...rest } = old as { readonly tolerance?: unknown };
      return [name, { ...rest, ...(typeof now === 'object' && { tolerance: now.tolerance }) }];
    }),
  );

/**
 * The text of an op's ladder. A case whose program is as it was keeps what is expected of it; of the others PyTorch is to be asked
 * (`"?"`: `tconf author`). `before` is the file as it is, if there is one.
 */
export function ladderText(page: Page, source: string, before?: LadderFile): string {
  const held = new Map(before?.cases.map((one) => [one.id, one]));
  const cases = rungsOf(page).map(({ id, title, rules, draft: { inputs, ops, expected: asked } }) => {
    const old = held.get(id);
    const head = { id, title: { en: title }, rules, ...(Object.keys(inputs).length > 0 && { inputs }), ops };
    if (old === undefined || !same([old.inputs ?? {}, old.ops], [inputs, ops])) return { ...head, expected: asked };
    const expected = tolerant(old.expected, asked);
    return {
      ...head,
      expected,
      ...(old.conventions !== undefined && { conventions: old.conventions }),
      ...(old.earlier !== undefined && { earlier: old.earlier }),
      ...(old.control !== undefined && { control: old.control }),
    };
  });
  return tightLayout({ title: `${page.name}: sizes, layouts, ranks`, source, cases });
}
