import type { Page } from '../pages/page.ts';
import { roleOf } from '../pages/role.ts';
import { optionsType } from './option-type.ts';
import { inplaceSignature, signature } from './signature.ts';

/** The text of `conformance/adapter/ops.gen.ts`: what an adapter's `ops`, `modules` and `optim` may hold. */
export function opsText(pages: readonly Page[]): string {
  return `// Generated from spec/ops/*.md by \`npm run generate\`.
import type { Dtype, Nested } from '../values/case.ts';
import type { Host } from '../values/observation.ts';
import type { Batches, HostNumber, HostScalar, IndexItem, Later, ModuleAdapter, OptimizerAdapter, Rows } from './contract.ts';

/** Every op as an adapter gives it. Properties, not methods: a parameter of a wrong type does not compile. */
export interface Signatures<T> {
${pages
  .filter((page) => roleOf(page) === 'op')
  .flatMap(opLines)
  .join('\n')}
}
/** The ops that a library has, each as the signatures have it. */
export type Ops<T> = { readonly [K in keyof Signatures<T>]?: Signatures<T>[K] };

/** Modules and losses, each with its constructor's arguments as options. */
export interface Modules<T> {
${objectLines(pages, 'module', (options) => `ModuleAdapter<T, ${options}>`)}
}

/** Optimizers, each with its constructor's arguments as options. */
export interface Optimizers<T> {
${objectLines(pages, 'optimizer', (options) => `OptimizerAdapter<T, ${options}>`)}
}
`;
}

function opLines(page: Page): string[] {
  const lines = [`  /** ${page.torch} */`, `  ${key(page.name)}: ${signature(page)};`];
  if (page.inplace !== undefined)
    lines.push(`  /** ${page.torch}_ */`, `  ${page.inplace}: ${inplaceSignature(page)};`);
  return lines;
}

function objectLines(pages: readonly Page[], role: 'module' | 'optimizer', type: (options: string) => string): string {
  return pages
    .filter((page) => roleOf(page) === role)
    .flatMap((page) => [
      `  /** ${page.torch} */`,
      `  readonly ${key(page.name)}?: ${type(optionsType(page) ?? 'Record<string, never>')};`,
    ])
    .join('\n');
}

const key = (name: string): string => (/^\w+$/.test(name) ? name : `'${name}'`);
