/**
 * What Markdown or HTML reads as more than itself: marks anywhere, at the start those of lists, and what becomes an
 * address.
 */
const special = /[\\`*_{}[\]()<>#!|~&$@:"'=^]|^[-+]|(?<=^\d+)[.)](?=\s|$)|(?<=www)\./g;

/** Text that stands for itself in Markdown: nothing of it marks up, links or embeds. */
export const asIs = (text: string): string => text.replaceAll(special, (character) => `&#${character.codePointAt(0)};`);

/** A clause of the spec, Markdown already; its links are relative to the spec, and go. */
export const clauseText = (markdown: string): string => markdown.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1');

const longestRun = (text: string): number => Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));

/** Text of one line as code within a line, in a cell of a table too. */
export const code = (text: string): string => {
  const fence = '`'.repeat(longestRun(text) + 1);
  const space = /^`|`$|^ .* $/.test(text) ? ' ' : '';
  return text === '' ? '' : fence + space + text.replaceAll('|', '\\|') + space + fence;
};

/** Lines as a block of code, which no line of it can end. */
export const block = (language: string, lines: readonly string[]): string[] => {
  const fence = '`'.repeat(Math.max(3, longestRun(lines.join('\n')) + 1));
  return [fence + language, ...lines, fence];
};

/** A table; every cell is Markdown already. Columns but the first are numbers if `numbers` says so. */
export const markdownTable = (
  head: readonly string[],
  rows: readonly (readonly string[])[],
  numbers = true,
): string[] => {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, i) => (numbers && i > 0 ? '---:' : '---'))), ...rows.map(line)];
};
