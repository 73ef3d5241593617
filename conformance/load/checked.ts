import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageFolder } from './package.ts';

const file = (): string => join(packageFolder(), 'dist', 'checked-fixtures.txt');

/** The digest of the fixtures that stood all checks when the package was built; undefined if it was not built, or they did not. */
export const checkedDigest = (): string | undefined =>
  existsSync(file()) ? readFileSync(file(), 'utf8').trim() : undefined;

/** Writes it down; undefined forgets what was written. */
export const writeChecked = (digest: string | undefined): void => {
  if (digest === undefined) rmSync(file(), { force: true });
  else writeFileSync(file(), `${digest}\n`);
};
