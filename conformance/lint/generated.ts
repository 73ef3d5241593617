import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Fault } from '../load/fault.ts';
import { packageFolder } from '../load/package.ts';
import type { Lint } from './lint.ts';

interface Product {
  readonly path: string;
  readonly text: () => string | Promise<string>;
}

/** What is checked in of the given products but differs from what they give now. */
export const staleProducts = async (products: readonly Product[], root: string): Promise<readonly Fault[]> => {
  const texts = await Promise.all(products.map(async ({ path, text }) => ({ path, text: await text() })));
  return texts
    .filter(({ path, text }) => !existsSync(join(root, path)) || readFileSync(join(root, path), 'utf8') !== text)
    .map(({ path }) => ({ file: path, path: '', message: 'differs from what the spec gives; run npm run generate' }));
};

/** Generated files are what the spec gives. An installed package holds no generators, so there is nothing to compare there. */
export const generated: Lint = {
  name: 'generated',
  run: async () => {
    const source = join(packageFolder(), 'conformance', 'generate', 'products.ts');
    if (!existsSync(source)) return [];
    const { tsImport } = await import('tsx/esm/api');
    const url = pathToFileURL(source).href;
    const { products } = (await tsImport(url, url)) as { products: readonly Product[] };
    return staleProducts(products, packageFolder());
  },
};
