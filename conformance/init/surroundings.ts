import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { WorkflowFolders } from './workflow-text.ts';

/** What stands around a folder in which the suite is to be set up. */
export interface Surroundings extends WorkflowFolders {
  /** The name of the package that the folder is in, which is probably the library. */
  readonly library: string | undefined;
  /** Whether a `.ts` file there is an ES module. */
  readonly modules: boolean;
  /** The repository's root: of git, or else of the package. */
  readonly root: string;
  /** Where node_modules is, from the folder: `.` or `..` and so on. */
  readonly installed: string;
  /** Whether this package is installed there already. */
  readonly ready: boolean;
}

const upwards = (folder: string): string[] => {
  const up = dirname(folder);
  return up === folder ? [folder] : [folder, ...upwards(up)];
};

/** The nearest folder, from this one upwards, that holds `name`. */
const holder = (folder: string, name: string): string | undefined =>
  upwards(folder).find((path) => existsSync(join(path, name)));

const slashes = (path: string): string => path.split(sep).join('/');

const manifestOf = (folder: string): { readonly name?: unknown; readonly type?: unknown } => {
  try {
    return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) ?? {};
  } catch {
    return {};
  }
};

/** Looks around a folder, which need not exist yet. */
export const surroundingsOf = (path: string): Surroundings => {
  const folder = resolve(path);
  const home = holder(folder, 'package.json');
  const root = holder(folder, '.git') ?? home ?? folder;
  const lock = holder(folder, 'package-lock.json');
  const { name, type } = home === undefined ? {} : manifestOf(home);
  const installed = holder(folder, 'node_modules/tensor-conformance');
  const from = installed ?? home ?? folder;
  return {
    library: typeof name === 'string' && /^[\w@./-]+$/.test(name) ? name : undefined,
    modules: type === 'module',
    root,
    installed: slashes(relative(folder, from)) || '.',
    ready: installed !== undefined,
    packages: slashes(relative(root, lock ?? home ?? folder)),
    suite: slashes(relative(root, folder)),
    lockfile: lock !== undefined,
  };
};
