import { processTerminal } from '../../../cli/terminal.ts';
import { checkCommand } from './command.ts';

process.exitCode = await checkCommand(process.argv.slice(2), process.env, processTerminal);
