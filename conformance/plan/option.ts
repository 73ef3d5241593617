import { definitionOf } from '../pages/options.ts';
import type { Page } from '../pages/page.ts';
import type { Dtype, Literal } from '../values/case.ts';
import { type IndexEntry, isPath, parseIndex } from './index-expression.ts';
import type { HostLiteral } from './operand.ts';
import { type Path, parseHost, parsePath } from './operand.ts';

/** An option as the case states it, before names are looked up. */
export type Option = { readonly name: string } & (
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'scalar'; readonly value: HostLiteral }
  | { readonly kind: 'dtype'; readonly value: Dtype }
  | { readonly kind: 'ref'; readonly value: Path }
  | { readonly kind: 'index'; readonly value: readonly IndexEntry[] }
  | { readonly kind: 'state'; readonly value: readonly (readonly [string, Path])[] }
);

/** The options of one call, by the kinds that the op's page gives them. */
export function parseOptions(page: Page, options: Readonly<Record<string, Literal>> = {}): readonly Option[] {
  return Object.entries(options).map(([name, literal]) => parseOption(name, definitionOf(page, name), literal));
}

function parseOption(name: string, definition: string | undefined, literal: Literal): Option {
  // None is the same as absent, and an adapter sees it so.
  if (literal === null) return { name, kind: 'value', value: undefined };
  if (definition === 'index') return { name, kind: 'index', value: parseIndex(literal) };
  if (definition === 'dtype') return { name, kind: 'dtype', value: literal as Dtype };
  if (definition === 'state') {
    const entries = Object.entries(literal as Record<string, { ref: string }>);
    return { name, kind: 'state', value: entries.map(([key, { ref }]) => [key, parsePath(ref)] as const) };
  }
  if (typeof literal === 'object' && 'ref' in literal) {
    return { name, kind: 'ref', value: parsePath(literal.ref as string) };
  }
  if (definition === 'scalar' || isBig(literal)) return { name, kind: 'scalar', value: parseHost(literal) };
  return { name, kind: 'value', value: plain(literal) };
}

const isBig = (literal: Literal): boolean =>
  typeof literal === 'object' && literal !== null && 'int' in literal && typeof parseHost(literal).value === 'bigint';

function plain(literal: Literal): unknown {
  if (Array.isArray(literal)) return literal.map(plain);
  return typeof literal === 'string' ? literal : parseHost(literal).value;
}

/** What an option's value reads by name. */
export function pathsOf(option: Option): readonly Path[] {
  if (option.kind === 'ref') return [option.value];
  if (option.kind === 'state') return option.value.map(([, path]) => path);
  return option.kind === 'index' ? option.value.filter(isPath) : [];
}
