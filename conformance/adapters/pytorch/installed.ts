import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compareVersions } from '../../versions/index.ts';

/** A real PyTorch that can be run. */
export interface PyTorch {
  /** Where it is: a Python, or the folder that is its root. */
  readonly place: string;
  readonly version: string;
  /** What starts its Python, for a shell. */
  readonly python: string;
  /** The folder of harness.py and its like, as its Python sees it. */
  readonly scripts: string;
  /** What starts the harness on it. */
  readonly command: string;
}

const PYTHONS = ['python3', '/usr/bin/python3'];

/** As a shell reads it. */
const word = (text: string): string => (/^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`);

/** The version of the PyTorch that this starts; undefined if it starts none. */
const versionOf = (program: string, ...words: readonly string[]): string | undefined => {
  const said = spawnSync(program, [...words, '-c', 'import torch; print(torch.__version__)'], { encoding: 'utf8' });
  return said.status === 0 ? said.stdout.trim() : undefined;
};

/** The folder of the harness within a root, under a name that says what is in it, so that it is written once. */
export const scriptsIn = (root: string, harness: string): string => {
  const files = readdirSync(harness).filter((name) => /\.(?:py|json)$/.test(name));
  const texts = files.sort().map((name) => [name, readFileSync(join(harness, name), 'utf8')] as const);
  const digest = createHash('sha256').update(JSON.stringify(texts)).digest('hex').slice(0, 12);
  const folder = join('tmp', `tensor-conformance-${digest}`);
  const whole = join(root, folder);
  if (!existsSync(whole)) {
    const draft = `${whole}.${process.pid}`;
    mkdirSync(draft, { recursive: true });
    for (const [name, text] of texts) writeFileSync(join(draft, name), text);
    try {
      renameSync(draft, whole);
    } catch {
      // Somebody else was faster.
      rmSync(draft, { recursive: true });
    }
  }
  return join('/', folder);
};

/** Why nothing runs where no PyTorch is. */
export const NOWHERE = 'no python3 here has PyTorch: pip install torch, or say PYTORCH=<root> (.ci/pytorch makes one)';

/** The roots that `PYTORCH` lists, with commas between. */
export const rootsOf = ({ PYTORCH = '' }: Readonly<Record<string, string | undefined>>): readonly string[] =>
  PYTORCH.split(',').filter((root) => root !== '');

/** A root that PyTorch cannot be run in, and why. */
export class NoPyTorch extends Error {}

const started = (python: string, what: Omit<PyTorch, 'python' | 'command'>): PyTorch => ({
  ...what,
  python,
  command: `${python} ${word(join(what.scripts, 'harness.py'))}`,
});

const inRoot = (root: string, harness: string): PyTorch => {
  if (!existsSync(root)) throw new NoPyTorch(`no folder ${root}; PYTORCH lists roots, with commas between`);
  const version = versionOf('chroot', root, 'python3');
  if (version === undefined)
    throw new NoPyTorch(
      `no python3 with torch runs in the root ${root}; only root may run it, and .ci/pytorch makes one`,
    );
  return started(`chroot ${word(root)} python3`, { place: root, version, scripts: scriptsIn(root, harness) });
};

/** The PyTorch of this machine's own Python, if it has one. */
const ofMachine = (harness: string, pythons: readonly string[]): readonly PyTorch[] => {
  for (const place of pythons) {
    const version = versionOf(place);
    if (version !== undefined) return [started(word(place), { place, version, scripts: harness })];
  }
  return [];
};

/**
 * The PyTorch of this machine's Python, if it has one, and that of each root: a folder to `chroot` into, which only root may.
 * `harness` is the folder of harness.py. Throws `NoPyTorch` if there is none in a root.
 */
export const installed = (
  harness: string,
  roots: readonly string[],
  pythons: readonly string[] = PYTHONS,
): readonly PyTorch[] => [...ofMachine(harness, pythons), ...roots.map((root) => inRoot(root, harness))];

/** The one of the newest version. */
export const newestOf = (all: readonly PyTorch[]): PyTorch | undefined =>
  [...all].sort((a, b) => compareVersions(a.version, b.version)).at(-1);
