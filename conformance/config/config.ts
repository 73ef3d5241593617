import type { Tier } from '../compare/bound.ts';
import type { Fault, Report } from '../load/fault.ts';
import { jsonFault } from '../load/json.ts';
import { reportSchemaErrors } from '../load/schema-faults.ts';
import { validateConfig } from './config.gen.ts';

/** The configuration file of a folder in which `tconf` is called. */
export const CONFIG_FILE = 'tconf.config.json';

/** The options of a run. Paths are relative to the file. Schema: spec/schema/config.schema.json. */
export interface Config {
  readonly adapter?: string;
  readonly command?: string;
  readonly fixtures?: string;
  readonly known?: string;
  readonly tolerance?: Tier;
  readonly reporter?: string | readonly string[];
  readonly out?: string;
  readonly jobs?: number;
  /** Milliseconds. */
  readonly timeout?: number;
}

/** Reads a configuration file, with all that is wrong in it. `file` is how messages call it. */
export const parseConfig = (
  text: string,
  file: string,
): { readonly config: Config; readonly faults: readonly Fault[] } => {
  const faults: Fault[] = [];
  const report: Report = (path, message) => void faults.push({ file, path, message });
  const broken = jsonFault(text);
  if (broken !== undefined) {
    report(`${broken.line}:${broken.column}`, `no JSON: ${broken.message}`);
    return { config: {}, faults };
  }
  const json = JSON.parse(text) as Config;
  if (!validateConfig(json)) {
    const errors = validateConfig.errors ?? [];
    reportSchemaErrors(
      errors.filter(({ keyword }) => keyword !== 'not'),
      '',
      report,
    );
    if (errors.some(({ keyword }) => keyword === 'not'))
      report('/command', 'stands beside "adapter"; expected one of them');
  }
  return { config: json, faults };
};
