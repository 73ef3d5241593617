import { createHash } from 'node:crypto';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import type { Case } from '../values/case.ts';
import { checkedDigest } from './checked.ts';
import { BrokenSuite, type Fault } from './fault.ts';
import { readFixture, readSound } from './fixture.ts';
import { suggestion } from './nearest.ts';
import { packageFolder, packageVersion } from './package.ts';
import { readText } from './text.ts';

/** The cases of a folder of fixtures, and what tells this suite from another. */
export interface Suite {
  /** The package's version. */
  readonly version: string;
  /** sha256 over the fixture files, sorted by path, as 64 hexadecimal digits. */
  readonly digest: string;
  /** In the order of the files' paths, and in each file in its own order. */
  readonly cases: readonly Case[];
  /** The files, as messages call them. */
  readonly files: readonly string[];
  /** The folder, or the one file, that was loaded. */
  readonly folder: string;
}

const jsonFiles = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? jsonFiles(path) : entry.name.endsWith('.json') ? [path] : [];
    })
    .sort();

const slashes = (path: string): string => path.split(sep).join('/');

/** `<group>/<topic>`: the last two parts of the path, so that a single file and a flat folder have ids too. */
const topicOf = (file: string): string => `${basename(dirname(file))}/${basename(file, '.json')}`;

/** A path as messages call it: relative if it lies below the working directory. */
export const shortPath = (path: string): string => {
  const from = relative(process.cwd(), path);
  return slashes(from.startsWith('..') || from === '' ? path : from);
};

const digestOf = (files: readonly { readonly path: string; readonly text: string }[]): string => {
  const hash = createHash('sha256');
  for (const { path, text } of files) hash.update(`${path}\0${Buffer.byteLength(text)}\0`).update(text);
  return hash.digest('hex');
};

/** The fixtures that come with the package. */
export const bundledFixtures = (): string => join(packageFolder(), 'fixtures');

/** What one file may hold: what is larger would take more memory than there is, and nobody could read it. */
const MOST = 32;

const sizeFault = (file: string): Fault[] => {
  const size = Math.ceil(statSync(file).size / 2 ** 20);
  return size <= MOST
    ? []
    : [{ file: shortPath(file), path: '', message: `has ${size} MB; expected at most ${MOST} MB in a file` }];
};

interface Texts {
  readonly root: string;
  readonly files: readonly { readonly file: string; readonly text: string }[];
  readonly digest: string;
}

const readTexts = (folder: string): Texts => {
  const root = resolve(folder);
  const missing = (message: string) => new BrokenSuite([{ file: shortPath(root), path: '', message }]);
  if (!existsSync(root)) throw missing('no such file or folder; expected fixtures');
  const single = statSync(root).isFile();
  const found = single ? [root] : jsonFiles(root);
  if (found.length === 0) throw missing('holds no .json file; expected fixtures');
  const faults = found.flatMap(sizeFault);
  if (faults.length > 0) throw new BrokenSuite(faults);
  const files = found.map((file) => ({ file, text: readText(file) }));
  const base = single ? dirname(root) : root;
  return {
    root,
    files,
    digest: digestOf(files.map(({ file, text }) => ({ path: slashes(relative(base, file)), text }))),
  };
};

const suiteOf = ({ root, files, digest }: Texts, cases: readonly Case[]): Suite => ({
  version: packageVersion(),
  digest,
  cases,
  files: files.map(({ file }) => shortPath(file)),
  folder: root,
});

const check = (texts: Texts): { readonly suite: Suite; readonly faults: readonly Fault[] } => {
  const read = texts.files.map(({ file, text }) => readFixture(text, topicOf(file), shortPath(file)));
  const cases = read.flatMap((one) => one.cases);
  return { suite: suiteOf(texts, cases), faults: read.flatMap((one) => one.faults) };
};

/** Reads every fixture file below `folder` (or one file) with all that is wrong in them; a case's faults drop its file. */
export const readSuite = (folder: string): { readonly suite: Suite; readonly faults: readonly Fault[] } =>
  check(readTexts(folder));

/**
 * The suite in `folder` (the package's own by default). Throws `BrokenSuite`, which lists every fault, if it has any. What stood
 * all checks when the package was built is not checked again.
 */
export const loadSuite = (folder: string = bundledFixtures()): Suite => {
  const texts = readTexts(folder);
  if (texts.digest === checkedDigest())
    return suiteOf(
      texts,
      texts.files.flatMap(({ file, text }) => readSound(text, topicOf(file), shortPath(file))),
    );
  const { suite, faults } = check(texts);
  const all = faults.length > 0 ? faults : controlFaults(suite.cases);
  if (all.length > 0) throw new BrokenSuite(all);
  return suite;
};

/** Controls that do not exist. The cases are all of the suite's, so that a case's place in its file is its place here. */
const controlFaults = (cases: readonly Case[]): Fault[] => {
  const ids = new Set(cases.map(({ id }) => id));
  const places = new Map<string, number>();
  return cases.flatMap(({ file, control }) => {
    const place = places.get(file) ?? 0;
    places.set(file, place + 1);
    if (control === undefined || ids.has(control)) return [];
    const message = `no case ${JSON.stringify(control)}; expected the id of a case${suggestion(control, ids)}`;
    return [{ file, path: `/cases/${place}/control`, message }];
  });
};
