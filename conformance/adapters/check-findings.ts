/**
 * Runs the snippets of adapters/<library>/findings.md and compares what they print with what is written there. Arguments:
 * the folders to look at; none is all that have one. Exits 1 on any difference.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const fileOf = (library: string): string => join(here, library, 'findings.md');
const snippet = /^## (?<title>.*)\n\n```js\n(?<code>[\s\S]*?)\n```\n\n```text\n(?<printed>[\s\S]*?)\n```$/gm;

/** Bare imports are those of the package of this folder. */
const run = (code: string): string => {
  try {
    const options = { cwd: here, encoding: 'utf8', stdio: 'pipe' } as const;
    return execFileSync(process.execPath, ['--input-type=module', '--eval', code], options).trimEnd();
  } catch (error) {
    return String((error as { stderr?: string }).stderr ?? error);
  }
};

const named = process.argv.slice(2);
const libraries = named.length > 0 ? named : readdirSync(here).filter((name) => existsSync(fileOf(name)));
for (const library of libraries) {
  const found = [...readFileSync(fileOf(library), 'utf8').matchAll(snippet)].map(({ groups }) => groups!);
  const wrong = found.filter(({ title, code, printed }) => {
    const got = run(code!);
    if (got !== printed) console.log(`${library}: ${title}\n- ${printed}\n+ ${got}`);
    return got !== printed;
  });
  console.log(`${library}: ${found.length - wrong.length} of ${found.length} findings are as written`);
  if (wrong.length > 0 || found.length === 0) process.exitCode = 1;
}
