import { relative, resolve, sep } from 'node:path';
import { caseLines } from '../load/case-lines.ts';
import { clauseTexts, readSpec } from '../load/spec.ts';
import type { Suite } from '../load/suite.ts';
import { readText } from '../load/text.ts';
import type { Place, ReportContext } from '../reporters/index.ts';
import type { Case } from '../values/case.ts';

/** What a CI service says of the repository; GitHub's names. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The text of a clause, read from the spec when a failure first needs one. */
const clauseReader = (): ReportContext['clause'] => {
  let texts: ReadonlyMap<string, string> | undefined;
  return (id) => {
    texts ??= clauseTexts(readSpec());
    return texts.get(id);
  };
};

/** A word as a shell reads it. */
export const shellWord = (text: string): string =>
  /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;

/** The command that runs one case again: what was typed, with the id for the patterns. */
const rerunCommand =
  (words: readonly string[]): ReportContext['rerun'] =>
  (id) =>
    ['npx tconf run', id, ...words.map(shellWord)].join(' ');

/** A file relative to the root of the repository if it lies in there, else as it is. */
const inRepository = (file: string, root: string): string => {
  const path = relative(root, resolve(file));
  return path.startsWith('..') || path === '' ? file : path.split(sep).join('/');
};

const placeReader = (rooted: ReportContext['rooted']): ReportContext['place'] => {
  const files = new Map<string, ReadonlyMap<string, number>>();
  return ({ id, file }: Case) => {
    const lines = files.get(file) ?? caseLines(readText(file));
    files.set(file, lines);
    return { file: rooted(file), line: lines.get(id.split('/').at(-1)!) ?? 1 };
  };
};

/** The page of a line at the commit that is tested. What an installed package brings is not in the repository. */
const linkMaker = (env: Environment): ReportContext['link'] => {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_SHA: commit } = env;
  if (server === undefined || repository === undefined || commit === undefined) return undefined;
  return ({ file, line }: Place) =>
    /^(\/|\.\.|[A-Za-z]:)|(^|\/)node_modules\//.test(file)
      ? undefined
      : `${server}/${repository}/blob/${commit}/${file.split('/').map(encodeURIComponent).join('/')}#L${line}`;
};

/** What the reporters tell of a run that begins now. `words` are the options with which one case is run again. */
export const reportContext = (
  suite: Suite,
  words: readonly string[],
  times: ReadonlyMap<string, number>,
  env: Environment = process.env,
): ReportContext => {
  const link = linkMaker(env);
  const rooted: ReportContext['rooted'] = (file) => inRepository(file, env.GITHUB_WORKSPACE ?? process.cwd());
  return {
    clause: clauseReader(),
    rerun: rerunCommand(words),
    place: placeReader(rooted),
    rooted,
    ...(link === undefined ? {} : { link }),
    suiteCases: suite.cases.length,
    began: new Date(),
    times,
  };
};
