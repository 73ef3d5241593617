import type { Case } from '../case.ts';
import type { Dialect } from './dialect.ts';
import { prints, statements } from './program.ts';
import { pythonDialect } from './python.ts';

/** Short Python, in which an error is a remark. */
const dialect: Dialect = { ...pythonDialect, attempt: (body, kind) => [...body, `# raises ${kind}`] };

const cut = (line: string, width: number): string => {
  const points = [...line];
  return points.length <= width ? line : `${points.slice(0, width - 1).join('')}…`;
};

/**
 * A case as Python in at most three lines: as it is if it is short; else its inputs, its ops and its results in a line
 * each, cut at `width`.
 */
export const snippet = (c: Case, width = 100): string[] => {
  const all = statements(c, dialect);
  const body = all.filter((line) => !line.startsWith('# raises'));
  const observed = prints(c, dialect).filter((line) => line.startsWith('print('));
  const shown = all.length > body.length ? [`${all.at(-1)}`] : observed;
  const whole = [...body, ...(shown.length > 0 ? [shown.join('; ')] : [])];
  if (whole.length <= 3) return whole.map((line) => cut(line, width));
  const inputs = Object.keys(c.inputs).length;
  const joined = (lines: readonly string[]): string => lines.map((line) => line.trim()).join('; ');
  const lines = [body.slice(0, inputs), body.slice(inputs), shown].map(joined).filter((line) => line !== '');
  return lines.map((line) => cut(line.replaceAll(':; ', ': '), width));
};
