import { runLints } from '../lint/index.ts';
import { faultLine } from '../load/fault.ts';
import { readSpec } from '../load/spec.ts';
import { bundledFixtures, readSuite } from '../load/suite.ts';
import { EXIT, type Exit } from './failure.ts';
import type { Terminal } from './terminal.ts';

/**
 * `tconf lint [paths…]`: every fault of the fixtures and the spec, one line each. With paths, only faults in files
 * whose path contains one of them are shown and counted.
 */
export const lintCommand = async (
  paths: readonly string[],
  { fixtures }: { readonly fixtures?: string },
  terminal: Terminal,
): Promise<Exit> => {
  const { suite, faults } = readSuite(fixtures ?? bundledFixtures());
  const spec = readSpec();
  const all = [...faults, ...(await runLints({ cases: suite.cases, spec }))];
  const shown = all.filter(({ file }) => paths.length === 0 || paths.some((path) => file.includes(path)));
  for (const fault of shown) terminal.out(`${faultLine(fault)}\n`);
  const clauses = spec.reduce((sum, page) => sum + page.clauses.length, 0);
  const seen = `${suite.cases.length} cases, ${clauses} clauses`;
  terminal.err(shown.length === 0 ? `no faults (${seen})\n` : `${shown.length} faults (${seen})\n`);
  return shown.length === 0 ? EXIT.ok : EXIT.usage;
};
