import { existsSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import type { Command } from 'commander';
import { CONFIG_FILE, type Config, parseConfig } from '../config/config.ts';
import { faultLine } from '../load/fault.ts';
import { readText } from '../load/text.ts';
import { firstLine, usage } from './failure.ts';

const read = (file: string): Config => {
  let text: string;
  try {
    text = readText(file);
  } catch (error) {
    throw usage(`cannot read the configuration ${file}: ${firstLine(error)}`, error);
  }
  const { config, faults } = parseConfig(text, file);
  if (faults.length === 1) throw usage(faultLine(faults[0]!));
  if (faults.length > 1)
    throw usage(`${file} has ${faults.length} faults${faults.map((fault) => `\n  ${faultLine(fault)}`).join('')}`);
  return config;
};

/** A path that is relative to the configuration, as one from the working directory. */
const fromHere = (folder: string, path: string): string => {
  const short = relative(process.cwd(), resolve(folder, path));
  return short.startsWith('..') || short === resolve(folder, path) ? short : `./${short}`;
};

/** The values of a configuration in the form in which options have them. */
const optionsOf = ({ reporter, ...config }: Config, folder: string): Record<string, unknown> => {
  const options: Record<string, unknown> = { ...config };
  if (reporter !== undefined) options.reporter = [reporter].flat().join(',');
  for (const key of ['fixtures', 'known', 'out'] as const)
    if (config[key] !== undefined) options[key] = fromHere(folder, config[key]);
  if (config.adapter !== undefined && /[/\\]|\.[cm]?[jt]sx?$/.test(config.adapter))
    options.adapter = fromHere(folder, config.adapter);
  return options;
};

/** Where the options of a command come from. */
export interface ConfigFlags {
  readonly config?: string;
  /** The options that the configuration sets. */
  readonly configured?: ReadonlySet<string>;
}

/**
 * Gives a command the options that the configuration file sets and the command line does not. The file is that of
 * `--config`, or the working directory's, if it has one.
 */
export const configure = (command: Command): void => {
  const taken = new Set(command.options.map((option) => option.attributeName()));
  if (!taken.has('fixtures') && !taken.has('config')) return;
  // The folder of the configuration is for reports, which findings are not.
  if (command.name() === 'fuzz') taken.delete('out');
  const given = command.getOptionValue('config') as string | undefined;
  const file = given ?? CONFIG_FILE;
  if (given === undefined && !existsSync(file)) return;
  const said = (key: string): boolean => command.getOptionValueSource(key) === 'cli';
  const configured = new Set<string>();
  for (const [key, value] of Object.entries(optionsOf(read(file), dirname(resolve(file))))) {
    // The known failures are those of the library that the configuration names.
    const others = { adapter: ['command'], command: ['adapter'], known: ['adapter', 'command'] }[key] ?? [];
    if (!taken.has(key) || said(key) || others.some(said)) continue;
    command.setOptionValueWithSource(key, value, 'config');
    configured.add(key);
  }
  command.setOptionValue('configured', configured);
};
