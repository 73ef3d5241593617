import type { Colors } from 'picocolors/types.js';
import { start } from '../evaluate/index.ts';
import { shown, wrapped } from '../reporters/text.ts';
import { type Checked, smoke } from '../smoke/smoke.ts';
import { loadAdapter } from './adapter.ts';
import { EXIT, type Exit, Failure, firstLine, usage } from './failure.ts';
import { paintOf } from './paint.ts';
import type { Terminal } from './terminal.ts';

const linesOf = ({ name, ending }: Checked, width: number, { bold, dim, green, red }: Colors): string[] => {
  const marks = { right: green('ok   '), wrong: red('WRONG'), 'not checked': dim('–    ') };
  const head = `${marks[ending.status]}  ${ending.status === 'wrong' ? bold(name) : name}`;
  const said = (label: string, text: string): string[] =>
    wrapped(shown(text, 600), width - 16).map((line, i) => `       ${i === 0 ? label : '      '}  ${line}`);
  if (ending.status === 'not checked') return [`${head}${dim(`: not checked, ${shown(ending.why, 200)}`)}`];
  return ending.status === 'right' ? [head] : [head, ...said('wrong ', ending.wrong), ...said('mend  ', ending.mend)];
};

export interface SmokeFlags {
  readonly adapter: string;
  /** A process, which smoke cannot look into. */
  readonly command?: string;
  /** Milliseconds that a check may take. */
  readonly timeout?: number;
}

/** `tconf smoke`: whether the adapter does its own part right. Exit 1 if not, 3 if it does not even start. */
export const smokeCommand = async (
  { adapter: name, command, timeout }: SmokeFlags,
  terminal: Terminal,
): Promise<Exit> => {
  if (command !== undefined)
    throw usage(
      `tconf smoke looks at an adapter in JavaScript, and ${JSON.stringify(command)} is a process: use tconf run`,
    );
  const adapter = await loadAdapter(name);
  try {
    await start(adapter);
  } catch (error) {
    throw new Failure(EXIT.adapter, `the adapter ${name} does not start: ${firstLine(error)}`, error);
  }
  const checks = await smoke(adapter as never, timeout);
  const width = Math.min(120, Math.max(60, terminal.columns ?? 100));
  const paint = paintOf(terminal);
  terminal.out(`${paint.bold(shown([adapter.name, adapter.version ?? ''].join(' ').trim(), 80))}\n\n`);
  for (const one of checks) for (const line of linesOf(one, width, paint)) terminal.out(`${line}\n`);
  const wrong = checks.filter(({ ending }) => ending.status === 'wrong').length;
  const right = checks.filter(({ ending }) => ending.status === 'right').length;
  const end =
    wrong > 0
      ? 'The adapter is broken: mend it before you read what tconf run says of the library.'
      : 'The adapter does its part. What fails under tconf run now is the library.';
  terminal.out(`\n${right} right, ${wrong} wrong, ${checks.length - right - wrong} not checked. ${end}\n`);
  return wrong > 0 ? EXIT.failed : EXIT.ok;
};
