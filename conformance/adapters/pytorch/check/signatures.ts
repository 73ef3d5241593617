/**
 * `npm run check:signatures`: holds the options of the pages to the signatures of the newest PyTorch that is found here or in
 * PYTORCH=<root>,<root>. An argument that PyTorch takes is an option or operand of the page, or stands under `omitted` with a
 * reason; what a page has or omits, PyTorch takes. Exits 1 on any difference.
 */
import { execSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { EXIT } from '../../../cli/failure.ts';
import { pages } from '../../../pages/pages.gen.ts';
import { installed, NOWHERE, newestOf, rootsOf } from '../installed.ts';
import { signatureFaults } from './signature-faults.ts';

const all = Object.values(pages);

const check = (command: string): void => {
  const answer = execSync(command, { input: JSON.stringify(all.map(({ torch }) => torch)), encoding: 'utf8' });
  const { version, names } = JSON.parse(answer) as { version: string; names: Record<string, readonly string[]> };
  const faults = all.flatMap((page) => signatureFaults(page, names[page.torch] ?? []));
  for (const fault of faults) console.log(fault);
  console.log(`${all.length} pages against the signatures of PyTorch ${version}: ${faults.length} differences`);
  process.exitCode = faults.length === 0 ? EXIT.ok : EXIT.failed;
};

const newest = newestOf(installed(fileURLToPath(new URL('..', import.meta.url)), rootsOf(process.env)));
if (newest === undefined) {
  console.error(`check:signatures: ${NOWHERE}`);
  process.exitCode = EXIT.adapter;
} else check(newest.command.replace(/harness\.py$/, 'signatures.py'));
