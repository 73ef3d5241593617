const escapes: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/**
 * What a terminal would obey rather than show: C0 and C1 controls, line and paragraph separators, and the marks that
 * reverse or hide text. Surrogates without their partner belong to no character.
 */
const obeyed = /[\p{Cc}\u2028\u2029\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|\p{Cs}/gu;

const escaped = (character: string): string => {
  const code = character.codePointAt(0)!;
  return (
    escapes[character] ??
    (code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`)
  );
};

/** Text from a library, safe to show: on one line, with every control character written out. */
export const plain = (text: string): string => text.replace(obeyed, escaped);

/** The first `limit` characters, and how many were left out. */
export const cut = (text: string, limit: number): string => {
  const points = [...text.slice(0, 2 * limit + 2)];
  if (points.length <= limit) return text;
  const kept = points.slice(0, limit).join('');
  return `${kept}… (${counted(text.length - kept.length, 'more character')})`;
};

export const shown = (text: string, limit = 300): string => plain(cut(text, limit));

/** The same for a text of several lines, which it keeps. */
export const shownLines = (text: string, limit = 4000): string[] =>
  cut(text, limit)
    .split(/\r\n|\n/)
    .map(plain);

const groups = new Intl.NumberFormat('en-US');
export const grouped = (n: number): string => groups.format(n);

/** `1 case`, `2,048 cases`. */
export const counted = (n: number, noun: string): string => `${grouped(n)} ${noun}${n === 1 ? '' : 's'}`;

/** A difference to three digits: enough to judge its size. */
export const brief = (value: number | null): string => {
  if (value === null) return '–';
  if (value === 0) return '0';
  const size = Math.abs(value);
  if (Number.isInteger(value) && size < 1e6) return grouped(value);
  return size >= 1e-3 && size < 1e6 ? String(Number(value.toPrecision(3))) : value.toExponential(1).replace('e+', 'e');
};

/** Breaks text at spaces into lines of at most `width` characters; a longer word stands alone. */
export const wrapped = (text: string, width: number): string[] => {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return line === '' ? lines : [...lines, line];
};
