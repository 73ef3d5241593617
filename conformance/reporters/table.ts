export type Align = 'left' | 'right';

/** How many columns of a terminal a text takes: two for a wide (CJK) character. */
export const columns = (text: string): number =>
  [...text].reduce(
    (sum, character) =>
      sum +
      (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(character)
        ? 2
        : 1),
    0,
  );

const padded = (text: string, width: number, align: Align): string => {
  const space = ' '.repeat(Math.max(0, width - columns(text)));
  return align === 'left' ? text + space : space + text;
};

/** Rows under each other, each column as wide as its widest cell, two spaces apart; no space at the end of a line. */
export const table = (rows: readonly (readonly string[])[], align: readonly Align[]): string[] => {
  const widths = align.map((_, column) => Math.max(0, ...rows.map((row) => columns(row[column] ?? ''))));
  return rows.map((row) =>
    align
      .map((side, column) => padded(row[column] ?? '', widths[column]!, side))
      .join('  ')
      .trimEnd(),
  );
};
