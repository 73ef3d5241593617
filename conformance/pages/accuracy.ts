import type { Bounds, Page } from './page.ts';

/** The bounds that pages share, under the names by which they call them. */
export type AccuracyClasses = Readonly<Record<string, Bounds>>;

/** A page as it is written: its accuracy may go by the name of a class. */
export type WrittenPage = Omit<Page, 'accuracy'> & { readonly accuracy: Page['accuracy'] | string };

/** The page with the bounds of the class that it names; undefined if there is no such class. */
export function resolved(page: WrittenPage, classes: AccuracyClasses): Page | undefined {
  const { accuracy } = page;
  if (typeof accuracy !== 'string' || accuracy === 'exact') return { ...page, accuracy };
  const bounds = classes[accuracy];
  return bounds && { ...page, accuracy: bounds };
}
