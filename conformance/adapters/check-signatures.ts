/**
 * Holds the options of the pages to PyTorch's own signatures: an argument that PyTorch takes is an option or operand of
 * the page, or stands under `omitted` with a reason; what a page has or omits, PyTorch takes. Arguments: the command that
 * runs pytorch/signatures.py of the newest PyTorch. Exits 1 on any difference.
 */
import { execSync } from 'node:child_process';
import { join } from 'node:path';
import { packageFolder } from '../load/package.ts';
import { pages } from '../pages.gen.ts';
import { signatureFaults } from './signature-faults.ts';

const given = process.argv.slice(2).join(' ');
const command = given || `python3 ${join(packageFolder(), 'conformance/adapters/pytorch/signatures.py')}`;
const all = Object.values(pages);
const answer = execSync(command, { input: JSON.stringify(all.map(({ torch }) => torch)), encoding: 'utf8' });
const { version, names } = JSON.parse(answer) as { version: string; names: Record<string, readonly string[]> };
const faults = all.flatMap((page) => signatureFaults(page, names[page.torch] ?? []));
for (const fault of faults) console.log(fault);
console.log(`${all.length} pages against the signatures of PyTorch ${version}: ${faults.length} differences`);
if (faults.length > 0) process.exitCode = 1;
