/** Options that several commands take, in the same words. */
import { InvalidArgumentError, Option } from 'commander';

export const fixtures = (): Option =>
  new Option('--fixtures <path>', 'a folder of fixtures, or one file (default: the bundled suite)');
export const tolerance = (): Option =>
  new Option('--tolerance <tier>', 'how close results have to be')
    .choices(['strict', 'standard', 'relaxed'])
    .default('standard');
export const process = (): Option =>
  new Option('--command <command>', 'test a process that speaks the line protocol instead').conflicts('adapter');
export const reporter = (): Option =>
  new Option(
    '--reporter <names>',
    'any of pretty, json, junit, tap, md, html, badge, github, with commas between',
  ).default('pretty');
export const config = (): Option =>
  new Option('--config <file>', 'the configuration (default: tconf.config.json, if there is one)');
export const out = (): Option =>
  new Option('--out <folder>', 'where the files of reporters go').default('conformance-results');

/** A whole number, 1 or more. */
export const count = (text: string): number => {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('expected a whole number, 1 or more.');
  return Number(text);
};
export const jobs = (): Option =>
  new Option('--jobs <n>', 'how many workers run cases at once, at most').argParser(count);
export const timeout = (): Option =>
  new Option('--timeout <ms>', 'how many milliseconds a case may take (default: 10000)').argParser(count);
export const recycle = (): Option =>
  new Option('--recycle <n>', 'replace a worker after so many cases (default: when its memory has grown)').argParser(
    count,
  );
export const inspect = (): Option =>
  new Option('--inspect', 'run in this process, with no time limit, for a debugger').conflicts([
    'command',
    'jobs',
    'timeout',
    'recycle',
  ]);

export const known = (): Option =>
  new Option('--known <file>', 'the known failures (default: known-failures.txt beside the adapter, if there is one)');
export const noKnown = (): Option => new Option('--no-known', 'no failure is known');
