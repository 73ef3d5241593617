// The links of the Markdown files in a tarball that lead to no file in it: fails if there are any, or no link at all.
import { execFileSync } from 'node:child_process';
import { posix } from 'node:path';

const [tarball] = process.argv.slice(2);
const tar = (...argv) => execFileSync('tar', argv, { encoding: 'utf8', maxBuffer: 1e9 });
const files = tar('-tzf', tarball).trim().split('\n');
const there = new Set(files.flatMap((file) => file.split('/').map((_, i, parts) => parts.slice(0, i + 1).join('/'))));

let links = 0;
const broken = files
  .filter((file) => file.endsWith('.md'))
  .flatMap((file) => {
    const text = tar('-xzOf', tarball, file).replaceAll(/```[\s\S]*?```|`[^`\n]*`/g, '');
    return [...text.matchAll(/\]\(([^)\s#]+)(?:#[^)]*)?\)/g)]
      .map(([, link]) => link)
      .filter((link) => !/^[a-z]+:/.test(link))
      .filter((link) => ++links && !there.has(posix.join(posix.dirname(file), link).replace(/\/$/, '')))
      .map((link) => `${file} links to ${link}, which is not in the package`);
  });
if (links === 0) broken.push('no document of the package links to another');
for (const line of broken) console.log(line);
process.exitCode = broken.length === 0 ? 0 : 1;
