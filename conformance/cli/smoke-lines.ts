/** What `tconf smoke` says. */
import type { Colors } from 'picocolors/types.js';
import { shown, wrapped } from '../reporters/text.ts';
import type { Checked } from '../smoke/smoke.ts';
import { paintOf } from './paint.ts';
import type { Terminal } from './terminal.ts';

const linesOf = ({ name, ending }: Checked, width: number, { bold, dim, green, red }: Colors): string[] => {
  const said = (label: string, text: string): string[] =>
    wrapped(shown(text, 600), width - 16).map((line, i) => `       ${i === 0 ? label : '      '}  ${line}`);
  switch (ending.status) {
    case 'right':
      return [`${green('ok   ')}  ${name}`, ...ending.notes.flatMap((note) => said('note  ', note)).map(dim)];
    case 'not checked':
      return [`${dim('–    ')}  ${name}${dim(`: not checked, ${shown(ending.why, 400)}`)}`];
    default:
      return [
        `${red('WRONG')}  ${bold(name)}`,
        ...ending.faults.flatMap(({ wrong, mend }) => [...said('wrong ', wrong), ...said('mend  ', mend)]),
      ];
  }
};

const of = (checks: readonly Checked[], status: Checked['ending']['status']): readonly Checked[] =>
  checks.filter(({ ending }) => ending.status === status);

/** What a reader may take from it. `todos`: what is left to do of a skeleton. `what`: the adapter, or the process. */
const conclusion = (checks: readonly Checked[], what: string, todos: readonly string[]): string => {
  if (of(checks, 'wrong').length > 0)
    return `The ${what} is broken: mend it before you read what tconf run says of the library.`;
  if (todos.length > 0)
    return `The ${what} still has TODO ${todos.join(', ')}: where it is the skeleton of tconf init, this looked at plain data, not at a library.`;
  const open = of(checks, 'not checked').filter(({ name }) => /^(?:ops answer|elements lie)/.test(name));
  if (open.length > 0)
    return `What could be looked at is right. List more ops (add, sum, reshape), so that the rest of the ${what} can be seen.`;
  return `The ${what} does its part. What fails under tconf run now is the library.`;
};

/** The whole report. */
export const smokeText = (
  who: string,
  checks: readonly Checked[],
  terminal: Terminal,
  { what, todos }: { readonly what: 'adapter' | 'process'; readonly todos: readonly string[] },
): string => {
  const width = Math.min(120, Math.max(60, terminal.columns ?? 100));
  const paint = paintOf(terminal);
  const [right, wrong, left] = (['right', 'wrong', 'not checked'] as const).map((status) => of(checks, status).length);
  return [
    paint.bold(shown(who.trim(), 80)),
    '',
    ...checks.flatMap((one) => linesOf(one, width, paint)),
    '',
    `${right} right, ${wrong} wrong, ${left} not checked. ${conclusion(checks, what, todos)}`,
    '',
  ].join('\n');
};
