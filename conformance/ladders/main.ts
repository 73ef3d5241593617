/** `npm run ladders`: writes the ladders of all pages; what is new in them is then asked of PyTorch (`tconf author`). */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { newest } from '../versions/index.ts';
import { ladderText } from './files.ts';
import { laddered } from './left-out.ts';

const folder = new URL('../../fixtures/ladders/', import.meta.url);
mkdirSync(folder, { recursive: true });
for (const page of laddered()) {
  const file = new URL(`${page.name}.json`, folder);
  const before = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
  writeFileSync(file, ladderText(page, before?.source ?? `pytorch-${newest}`, before));
}
