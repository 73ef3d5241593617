import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const jsonOf = (file: string): Readonly<Record<string, unknown>> => JSON.parse(readFileSync(file, 'utf8'));

/** The packages that a folder asks for in an exact version and does not have so. */
export const missingPackages = (folder: string): readonly string[] => {
  const { dependencies = {} } = jsonOf(join(folder, 'package.json')) as { dependencies?: Record<string, string> };
  return Object.entries(dependencies).flatMap(([name, version]) => {
    const file = join(folder, 'node_modules', name, 'package.json');
    return existsSync(file) && jsonOf(file).version === version ? [] : [`${name}@${version}`];
  });
};

const firstError = (said: string): string =>
  said.split('\n').find((line) => /^npm error (?!code )./.test(line)) ?? said.trim();

/** Installs what a folder's lock says, if something of it is missing. Gives what went wrong, or undefined. */
export const install = (folder: string): string | undefined => {
  if (missingPackages(folder).length === 0) return undefined;
  const { status, error, stderr } = spawnSync('npm', ['ci', '--no-fund', '--no-audit'], {
    ...{ cwd: folder, stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' },
    shell: process.platform === 'win32',
  });
  if (status !== 0) return `npm ci in ${folder} failed: ${error?.message ?? firstError(stderr)}`;
  const missing = missingPackages(folder);
  return missing.length === 0 ? undefined : `npm ci in ${folder} left ${missing.join(', ')} out`;
};
