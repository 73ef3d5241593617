import type { OptionSchema, Page } from './page.ts';

/** What an option's schema asks of a value: all but its examples. */
export const constraintOf = ({
  examples: _,
  ...constraint
}: OptionSchema & { readonly examples?: unknown }): OptionSchema => constraint;

/** The name in `values.schema.json` of what an option takes, under any of its names; undefined for an inline schema. */
export function definitionOf(page: Page, name: string): string | undefined {
  const schema: OptionSchema & { alias?: string; $ref?: string } = page.options[name] ?? {};
  if (schema.alias !== undefined) return definitionOf(page, schema.alias);
  return schema.$ref?.split('/').pop();
}
