import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Adapter } from '../adapter/contract.ts';
import { suggestion } from '../load/nearest.ts';
import { packageFolder } from '../load/package.ts';
import { EXIT, Failure, firstLine, usage } from './failure.ts';

export const REFERENCE = 'reference';
const ENTRIES = ['index.ts', 'adapter.ts'];

/** The adapters in this repository, by the names of their folders. An installed package has the reference alone. */
const shippedAdapters = (): ReadonlyMap<string, string> => {
  const folder = join(packageFolder(), 'conformance', 'adapters');
  if (!existsSync(folder)) return new Map();
  const entries = readdirSync(folder).flatMap((name): [string, string][] => {
    const file = ENTRIES.map((entry) => join(folder, name, entry)).find((path) => existsSync(path));
    return file === undefined ? [] : [[name, file]];
  });
  return new Map(entries);
};

const isFile = (name: string): boolean => /[/\\]|\.[cm]?[jt]sx?$/.test(name);

/** The file that an adapter's name or path stands for. */
export const fileOf = (name: string): string => {
  if (isFile(name)) {
    const file = resolve(name);
    if (!existsSync(file)) throw usage(`no adapter file ${name}; expected the path of a .ts or .js file`);
    return file;
  }
  const shipped = shippedAdapters();
  const file = shipped.get(name);
  if (file !== undefined) return file;
  const names = new Set([REFERENCE, ...shipped.keys()]);
  throw usage(
    `unknown adapter ${JSON.stringify(name)}; expected ${[...names].join(', ')} or a file${suggestion(name, names)}`,
  );
};

/** The default export; under CommonJS (a folder without `"type": "module"`) it is wrapped once more. */
const defaultOf = (module: { readonly default?: unknown }): unknown => {
  const value = module.default;
  const wrapped = typeof value === 'object' && value !== null && 'default' in value && !('read' in value);
  return wrapped ? value.default : value;
};

const importFile = async (file: string): Promise<unknown> => {
  const url = pathToFileURL(file).href;
  if (!/\.[cm]?tsx?$/.test(file)) return defaultOf(await import(url));
  const { tsImport } = await import('tsx/esm/api');
  return defaultOf(await tsImport(url, import.meta.url));
};

const KINDS: Readonly<Record<string, string>> = { string: 'text', object: 'an object', function: 'a function' };

/** What an adapter cannot do without, and what it is. */
const REQUIRED: Readonly<Record<string, string>> = {
  name: 'text',
  dtypes: 'an object',
  tensor: 'a function',
  read: 'a function',
  ops: 'an object',
};

/** What keeps a value from being an adapter, or undefined. */
const adapterFault = (value: unknown): string | undefined => {
  if (typeof value !== 'object' || value === null)
    return 'has no adapter as its default export; expected export default defineAdapter({ … })';
  const missing = Object.entries(REQUIRED).filter(
    ([key, type]) => KINDS[typeof (value as Record<string, unknown>)[key]] !== type,
  );
  return missing.length === 0 ? undefined : `lacks ${missing.map(([key, type]) => `${key} (${type})`).join(', ')}`;
};

/** Raises a usage error if there is no such adapter; does not load it. */
export const expectAdapter = (name: string): void => {
  if (name !== REFERENCE) fileOf(name);
};

/** The adapter of a name (`reference`, a folder of conformance/adapters) or a file. */
export const loadAdapter = async (name: string): Promise<Adapter<unknown>> => {
  if (name === REFERENCE) return (await import('../adapters/reference/index.ts')).default as Adapter<unknown>;
  const file = fileOf(name);
  let adapter: unknown;
  try {
    adapter = await importFile(file);
  } catch (error) {
    throw new Failure(EXIT.adapter, `the adapter ${name} does not load: ${firstLine(error)}`, error);
  }
  const fault = adapterFault(adapter);
  if (fault !== undefined) throw new Failure(EXIT.adapter, `the adapter ${name} ${fault}`);
  return adapter as Adapter<unknown>;
};
