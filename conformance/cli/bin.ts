#!/usr/bin/env node
import { EXIT, type Exit, firstLine } from './failure.ts';
import { main } from './main.ts';
import { processTerminal } from './terminal.ts';

// What befalls the command itself has a code of its own: 1 would say that a case failed.
let broken = false;
const breakdown = (why: string): void => {
  if (!broken) processTerminal.err(`tconf: ${why}\n`);
  broken = true;
  process.exitCode = EXIT.incomplete;
};
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // A reader who has seen enough (`tconf list | head`) is no error.
  if (error.code !== 'EPIPE') breakdown(`cannot write to stdout: ${firstLine(error)}`);
});
process.stderr.on('error', () => {});
process.on('uncaughtException', (error: unknown) => {
  breakdown(`internal error: ${firstLine(error)}`);
  process.exit();
});
const exit: Exit = await main(process.argv.slice(2), processTerminal);
if (!broken) process.exitCode = exit;
