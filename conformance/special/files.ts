/** The tables as fixture files: `fixtures/special/<op>.json`. */
import { layout } from '../author/layout.ts';
import type { Page } from '../pages/page.ts';
import { pages } from '../pages/pages.gen.ts';
import { alongTable } from './along.ts';
import { binaryTable } from './binary.ts';
import { DTYPES } from './classes.ts';
import { cotangentTable } from './cotangents.ts';
import { inPlaceTable } from './in-place.ts';
import { equal, where } from './own/choosing.ts';
import { conversions } from './own/conversions.ts';
import { extremes } from './own/extremes.ts';
import { factors } from './own/factors.ts';
import { integers } from './own/integers.ts';
import { kinks } from './own/kinks.ts';
import { classifying, losses } from './own/losses.ts';
import { movedBack } from './own/moved-back.ts';
import { moving } from './own/moving.ts';
import { prelu } from './own/prelu.ts';
import { products } from './own/products.ts';
import { ties } from './own/ties.ts';
import type { Rung, Table } from './rung.ts';
import { unaryTable } from './unary.ts';

const TABLES: readonly Table[] = [
  unaryTable,
  binaryTable,
  ties,
  inPlaceTable,
  alongTable,
  extremes,
  factors,
  cotangentTable,
  prelu,
  kinks,
  losses,
  classifying,
  products,
  where,
  equal,
  moving,
  movedBack,
  conversions,
  integers,
];

interface Held {
  readonly id: string;
  readonly inputs?: unknown;
  readonly ops: unknown;
  readonly expected: Readonly<Record<string, unknown>>;
  readonly earlier?: unknown;
  readonly control?: unknown;
}
interface HeldFile {
  readonly title: string;
  readonly source: string;
  readonly cases: readonly Held[];
}

export const rungsOf = (page: Page): readonly Rung[] =>
  DTYPES.flatMap((dtype) => TABLES.flatMap((table) => table(page, dtype)));

/** The pages that have a table. */
export const tabled = (): readonly Page[] => Object.values(pages).filter((page) => rungsOf(page).length > 0);

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * The text of an op's table. A case whose program is as it was keeps what is expected of it; of the others PyTorch is to be asked
 * (`"?"`: `tconf author`). `before` is the file as it is, if there is one.
 */
export function tableText(page: Page, source: string, before?: HeldFile): string {
  const held = new Map(before?.cases.map((one) => [one.id, one]));
  const cases = rungsOf(page).map(({ id, title, rules, program: { inputs, ops, observe }, conventions }) => {
    const old = held.get(id);
    const kept = old !== undefined && same([old.inputs ?? {}, old.ops], [inputs, ops]) ? old : undefined;
    const expected = Object.fromEntries(
      Object.entries(observe).map(([name, tolerance]) => [name, stating(kept?.expected[name] ?? '?', tolerance)]),
    );
    const { earlier, control } = kept ?? {};
    return {
      id,
      title: { en: title },
      rules,
      ...(Object.keys(inputs).length > 0 && { inputs }),
      ops,
      expected,
      ...(conventions !== undefined && { conventions }),
      ...(earlier !== undefined && { earlier }),
      ...(control !== undefined && { control }),
    };
  });
  const title = `${page.name}: special values`;
  return layout({ $schema: '../../spec/schema/fixture.schema.json', title, source, cases });
}

/** What is expected, with how near it has to be, once it is known. */
function stating(expectation: unknown, tolerance: unknown): unknown {
  if (typeof expectation === 'string') return expectation;
  const { tolerance: _, ...known } = expectation as { readonly tolerance?: unknown };
  return 'null' in known || tolerance === undefined ? known : { ...known, tolerance };
}
