#!/usr/bin/env node
import { main } from './main.ts';
import { processTerminal } from './terminal.ts';

// A reader who has seen enough (`tconf list | head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});
process.exitCode = await main(process.argv.slice(2), processTerminal);
