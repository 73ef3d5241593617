/**
 * `npm run check:corners`: every corner of PyTorch on every PyTorch that is found here or in PYTORCH=<root>,<root>. Those of its
 * version are needed for their witness, and hide no fault behind it; those of other versions are not there. Exits 1 if not.
 */
import { fileURLToPath } from 'node:url';
import { EXIT } from '../../../cli/failure.ts';
import { startProcess } from '../../../stdio/process.ts';
import { pytorchCorners } from '../corners/index.ts';
import { installed, NOWHERE, rootsOf } from '../installed.ts';
import { checkCorners } from './corner-faults.ts';

const found = installed(fileURLToPath(new URL('..', import.meta.url)), rootsOf(process.env));
if (found.length === 0) {
  console.error(`check:corners: ${NOWHERE}`);
  process.exitCode = EXIT.adapter;
}
for (const { command } of found) {
  const pytorch = await startProcess(command);
  const { has, faults } = await checkCorners(pytorch, pytorchCorners);
  await pytorch.close();
  for (const fault of faults) console.log(fault);
  const wrong = faults.length === 0 ? '' : `, ${faults.length} untrue of it`;
  console.log(
    `PyTorch ${pytorch.version}: ${has} of ${pytorchCorners.length} corners, each needed, none hides a fault${wrong}`,
  );
  if (faults.length > 0) process.exitCode = EXIT.failed;
}
