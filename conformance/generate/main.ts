import { writeFileSync } from 'node:fs';
import { products } from './products.ts';

const root = new URL('../../', import.meta.url);
for (const { path, text } of products) writeFileSync(new URL(path, root), await text());
