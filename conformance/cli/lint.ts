import { existsSync, realpathSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { caseLints, runLints, suiteLints } from '../lint/index.ts';
import { BrokenSuite, type Fault, faultLine } from '../load/fault.ts';
import { packageFolder } from '../load/package.ts';
import { readSpec, type SpecText } from '../load/spec.ts';
import { bundledFixtures, readSuite } from '../load/suite.ts';
import { counted } from '../reporters/text.ts';
import type { Case } from '../values/case.ts';
import { EXIT, type Exit, usage } from './failure.ts';
import type { Terminal } from './terminal.ts';

/** Files and what is wrong with them. */
interface Linted {
  readonly cases: readonly Case[];
  readonly faults: readonly Fault[];
}

const read = (path: string) => {
  try {
    return readSuite(path);
  } catch (error) {
    throw error instanceof BrokenSuite ? usage(error.message, error) : error;
  }
};

const isWithin = (path: string, folder: string): boolean => path === folder || path.startsWith(folder + sep);
const real = (path: string): string => (existsSync(path) ? realpathSync(path) : resolve(path));

/** Somebody's own fixtures: nobody asks them to be complete. */
const lintOwn = async (path: string, spec: readonly SpecText[]): Promise<Linted> => {
  const { suite, faults } = read(path);
  return { cases: suite.cases, faults: [...faults, ...(await runLints(caseLints, { cases: suite.cases, spec }))] };
};

const lintBundled = async (spec: readonly SpecText[]): Promise<Linted> => {
  const { suite, faults } = read(bundledFixtures());
  const found = await runLints([...caseLints, ...suiteLints], { cases: suite.cases, spec });
  return { cases: suite.cases, faults: [...faults, ...found] };
};

/** Splits paths into those of other files, which are read for themselves, and those that choose among what is linted anyway. */
const sorted = (paths: readonly string[], root: string, names: readonly string[]) => {
  const own: string[] = [];
  const chosen: ((file: string) => boolean)[] = [];
  for (const path of paths) {
    const at = real(path);
    const inside = existsSync(path) && [root, join(packageFolder(), 'spec')].some((room) => isWithin(at, real(room)));
    if (inside) chosen.push((file) => isWithin(real(file), at));
    else if (existsSync(path)) own.push(path);
    else if (names.some((file) => file.includes(path))) chosen.push((file) => file.includes(path));
    else throw usage(`no file ${JSON.stringify(path)}; expected fixtures, or a part of the path of some`);
  }
  return { own, chosen };
};

/**
 * `tconf lint [paths…]`: every fault of the fixtures and the spec, one line each. With paths, only what is wrong in those
 * files; one that is not of the suite is read for itself.
 */
export const lintCommand = async (
  paths: readonly string[],
  { fixtures }: { readonly fixtures?: string },
  terminal: Terminal,
): Promise<Exit> => {
  const root = fixtures ?? bundledFixtures();
  const spec = readSpec();
  const isBundled = real(root) === real(bundledFixtures());
  const names = paths.length === 0 ? [] : [...read(root).suite.files, ...spec.map(({ file }) => file)];
  const { own, chosen } = sorted(paths, root, names);
  const whole = paths.length === 0 || chosen.length > 0;
  const parts: Linted[] = [];
  if (whole) {
    const all = isBundled ? await lintBundled(spec) : await lintOwn(root, spec);
    const isChosen = ({ file }: { readonly file: string }): boolean =>
      chosen.length === 0 || chosen.some((one) => one(file));
    parts.push({ cases: all.cases.filter(isChosen), faults: all.faults.filter(isChosen) });
  }
  for (const path of own) parts.push(await lintOwn(path, spec));
  const faults = parts.flatMap((part) => part.faults);
  for (const fault of faults) terminal.out(`${faultLine(fault)}\n`);
  const clauses = spec.reduce((sum, page) => sum + page.clauses.length, 0);
  const cases = counted(parts.flatMap((part) => part.cases).length, 'case');
  const seen = whole && isBundled ? `${cases}, ${clauses} clauses` : cases;
  terminal.err(faults.length === 0 ? `no faults (${seen})\n` : `${counted(faults.length, 'fault')} (${seen})\n`);
  return faults.length === 0 ? EXIT.ok : EXIT.usage;
};
