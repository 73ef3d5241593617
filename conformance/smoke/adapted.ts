import type { AdapterProbe } from './adapter-probe.ts';
import { Broken } from './ending.ts';

/** Whether `adapted` is about entries that there are, in words. */
export const adapted = ({ adapter }: AdapterProbe): Broken[] => {
  const { ops, modules = {}, optim = {} } = adapter;
  return Object.entries<unknown>(adapter.adapted ?? {}).flatMap(([name, what]) => {
    if (![ops, modules, optim].some((table) => Object.hasOwn(table, name)))
      return new Broken(
        `adapted speaks of ${JSON.stringify(name)}, which is no entry of ops, modules or optim`,
        'name entries that do more than call the library; what stands in composed needs no word',
      );
    if (typeof what === 'string' && what.trim() !== '') return [];
    return new Broken(
      `adapted.${name} is ${typeof what === 'string' ? JSON.stringify(what) : String(what)}`,
      'say in a few words what the entry does besides calling the library',
    );
  });
};

/** Which entries do more than call the library, by the adapter's own word: from outside nobody can see it. */
export const notPlain = ({ adapter }: AdapterProbe): string[] => {
  const names = { adapted: Object.keys(adapter.adapted ?? {}), composed: Object.keys(adapter.composed ?? {}) };
  return Object.entries(names)
    .filter(([, ops]) => ops.length > 0)
    .map(([how, ops]) => `${how}, and counted apart from the library's plain calls: ${ops.join(', ')}`);
};
