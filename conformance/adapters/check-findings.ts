/**
 * Runs the snippets of adapters/<library>/findings.md and compares what they print with what is written there, and the
 * last line of each finding with the cases of the known failures. Arguments: the folders to look at; none is all that have
 * one. --update writes those last lines and runs nothing. Exits 1 on any difference.
 */
import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { packageFolder } from '../load/package.ts';
import { loadSuite } from '../load/suite.ts';
import { clausesOf, findingsFile, librariesWithFindings } from './clauses.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = packageFolder();
const { cases } = loadSuite();
const snippet = /^## (?<title>.*)\n\n```js\n(?<code>[\s\S]*?)\n```\n\n```text\n(?<printed>[\s\S]*?)\n```$/gm;

/** Bare imports are those of the package of this folder. */
const run = async (code: string): Promise<string> => {
  try {
    const options = { cwd: here, encoding: 'utf8' } as const;
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', code], options);
    return stdout.trimEnd();
  } catch (error) {
    return String((error as { stderr?: string }).stderr ?? error);
  }
};

/** What each snippet prints, as many at a time as there are cores, in their order. */
const runAll = async (codes: readonly string[]): Promise<readonly string[]> => {
  const printed = new Array<string>(codes.length);
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < codes.length) {
      const i = next++;
      printed[i] = await run(codes[i]!);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, lane));
  return printed;
};

const update = (library: string): void => {
  const { text, due } = clausesOf(root, library, cases);
  if (text !== due) writeFileSync(findingsFile(root, library), due);
  console.log(`${library}: ${text === due ? 'every last line was true' : 'the last lines are true now'}`);
};

const check = async (library: string): Promise<void> => {
  const { text, due } = clausesOf(root, library, cases);
  const found = [...text.matchAll(snippet)].map(({ groups }) => groups!);
  const got = await runAll(found.map(({ code }) => code!));
  const wrong = found.filter(({ title, printed }, i) => {
    if (got[i] !== printed) console.log(`${library}: ${title}\n- ${printed}\n+ ${got[i]}`);
    return got[i] !== printed;
  });
  console.log(`${library}: ${found.length - wrong.length} of ${found.length} findings are as written`);
  if (text !== due)
    console.log(`${library}: clauses or numbers of cases are not as known-failures.txt lists; --update writes them`);
  if (wrong.length > 0 || found.length === 0 || text !== due) process.exitCode = 1;
};

const named = process.argv.slice(2).filter((word) => word !== '--update');
for (const library of named.length > 0 ? named : librariesWithFindings(root))
  await (process.argv.includes('--update') ? update : check)(library);
