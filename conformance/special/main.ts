/** `npm run special`: writes the tables of all pages; what is new in them is then asked of PyTorch (`tconf author`), and written again. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { newest } from '../versions/index.ts';
import { tabled, tableText } from './files.ts';

const folder = new URL('../../fixtures/special/', import.meta.url);
mkdirSync(folder, { recursive: true });
for (const page of tabled()) {
  const file = new URL(`${page.name}.json`, folder);
  const before = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
  writeFileSync(file, tableText(page, before?.source ?? `pytorch-${newest}`, before));
}
