import { writeFileSync } from 'node:fs';
import { BrokenSuite } from '../load/fault.ts';
import { products } from './products.ts';

const root = new URL('../../', import.meta.url);
try {
  for (const { path, text } of products) writeFileSync(new URL(path, root), await text());
} catch (error) {
  if (!(error instanceof BrokenSuite)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
