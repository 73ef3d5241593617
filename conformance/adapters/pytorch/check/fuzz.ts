/** `npm run fuzz:pytorch`: random programs, the reference against the newest PyTorch that is found here or in PYTORCH=<root>,<root>. */
import { fileURLToPath } from 'node:url';
import { EXIT } from '../../../cli/failure.ts';
import { main } from '../../../cli/main.ts';
import { processTerminal } from '../../../cli/terminal.ts';
import { installed, NOWHERE, newestOf, rootsOf } from '../installed.ts';

const newest = newestOf(installed(fileURLToPath(new URL('..', import.meta.url)), rootsOf(process.env)));
if (newest === undefined) {
  processTerminal.err(`fuzz:pytorch: ${NOWHERE}\n`);
  process.exitCode = EXIT.adapter;
} else {
  const words = ['fuzz', '--runs', '2000', ...process.argv.slice(2), '--against-command', newest.command];
  process.exitCode = await main(words, processTerminal);
}
