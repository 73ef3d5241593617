import type { Case } from '../values/case.ts';
import type { Dialect } from './dialect.ts';
import { prints, statements } from './program.ts';
import { pythonDialect } from './python.ts';

/** Short Python, in which an error is a remark. */
const dialect: Dialect = { ...pythonDialect, attempt: (body, kind) => [...body, `# raises ${kind}`] };

const cut = (line: string, width: number): string => {
  const points = [...line];
  return points.length <= width ? line : `${points.slice(0, width - 1).join('')}…`;
};

/** Statements in one line; braces show where a block ends, which line breaks no longer do. */
const inOneLine = (lines: readonly string[]): string => {
  let text = '';
  let depth = 0;
  for (const line of lines) {
    const level = line.search(/\S/) / 4;
    text += level > depth ? ' { ' : level < depth ? `${' }'.repeat(depth - level)}; ` : text === '' ? '' : '; ';
    depth = level;
    text += line.trim();
  }
  return text + ' }'.repeat(depth);
};

/** How many unindented statements fill the first line. */
const half = (lines: readonly string[], width: number): number => {
  let count = 0;
  for (let i = 1; i < lines.length; i++) {
    if (/^\S/.test(lines[i]!) && inOneLine(lines.slice(0, i)).length <= width) count = i;
  }
  return count;
};

/**
 * A case as Python in at most three lines: as it is if it is short; else its inputs, its ops and its results in a line
 * each. Lines are filled up to `width` and cut at `longest`.
 */
export const snippet = (c: Case, width = 100, longest: number = width): string[] => {
  const all = statements(c, dialect);
  const body = all.filter((line) => !line.startsWith('# raises'));
  const observed = prints(c, dialect).filter((line) => line.startsWith('print('));
  const shown = all.length > body.length ? [`${all.at(-1)}`] : observed;
  const whole = [...body, ...(shown.length > 0 ? [shown.join('; ')] : [])];
  if (whole.length <= 3) return whole.map((line) => cut(line, longest));
  const inputs = Object.keys(c.inputs).length;
  const head = inputs > 0 ? inputs : half(body, width);
  const lines = [body.slice(0, head), body.slice(head), shown].map(inOneLine).filter((line) => line !== '');
  return lines.map((line) => cut(line, longest));
};
