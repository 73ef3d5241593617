/** The layouts of fixture files: what is written to be read, and what is derived, which is long. */

const WIDTH = 128;
/** Always one entry per line: the file itself, its cases, and a program of several steps. */
const OPEN = new Set(['', 'cases', 'cases[]']);
const OPEN_LISTS = new Set(['ops', 'no_grad', 'try']);

/**
 * A fixture file's text, with a final newline: a matrix stays on its line, a case reads from top to bottom. `parse(layout(x))` equals `x`,
 * and `layout` is idempotent.
 */
export function layout(file: unknown): string {
  return `${write(file, '', 0, 0)}\n`;
}

/** The same without gaps: a line for each case's head, and for each of its tensors and steps. */
export function tightLayout<F extends { readonly cases: readonly object[] }>({ cases, ...head }: F): string {
  const opened = JSON.stringify(head).slice(0, -1);
  return `${opened},"cases":[\n${cases.map(tightCase).join(',\n')}\n]}\n`;
}

/** Whether a text is in the tight layout. */
export const isTight = (text: string): boolean => /^\{"/.test(text);

function tightCase(one: object): string {
  const parts = Object.entries(one).map(([key, value]) => `${JSON.stringify(key)}:${tightPart(key, value)}`);
  return `{${parts.join(',')}}`;
}

function tightPart(key: string, value: unknown): string {
  if (key === 'ops') return `[\n${(value as readonly unknown[]).map((step) => JSON.stringify(step)).join(',\n')}]`;
  if (key !== 'inputs' && key !== 'expected') return JSON.stringify(value);
  const entries = Object.entries(value as object).map(
    ([name, tensor]) => `${JSON.stringify(name)}:${JSON.stringify(tensor)}`,
  );
  return `{\n${entries.join(',\n')}}`;
}

/** `key` is the property under which `value` stands, `taken` the columns that precede it on its line. */
function write(value: unknown, key: string, indent: number, taken: number): string {
  const line = oneLine(value);
  const open = OPEN.has(key) || (OPEN_LISTS.has(key) && Array.isArray(value) && value.length > 1);
  if (typeof value !== 'object' || value === null || (!open && indent + taken + line.length <= WIDTH)) return line;
  const pad = ' '.repeat(indent + 2);
  const close = ' '.repeat(indent);
  if (!Array.isArray(value)) {
    const entries = Object.entries(value).map(([k, v]) => {
      const name = `${JSON.stringify(k)}: `;
      return pad + name + write(v, k, indent + 2, name.length + 1);
    });
    return `{\n${entries.join(',\n')}\n${close}}`;
  }
  const flat = value.every((v) => typeof v !== 'object' || v === null);
  const entries = flat ? filled(value, indent + 2) : value.map((v) => write(v, `${key}[]`, indent + 2, 1));
  return `[\n${entries.map((e) => pad + e).join(flat ? '\n' : ',\n')}\n${close}]`;
}

/** A long flat list, as many elements to a line as fit. */
function filled(list: readonly unknown[], indent: number): string[] {
  const lines: string[] = [];
  let current = '';
  for (const [i, value] of list.entries()) {
    const text = JSON.stringify(value) + (i < list.length - 1 ? ',' : '');
    if (current !== '' && indent + current.length + 1 + text.length > WIDTH) {
      lines.push(current);
      current = text;
    } else current = current === '' ? text : `${current} ${text}`;
  }
  return [...lines, current];
}

function oneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(oneLine).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).map(([k, v]) => `${JSON.stringify(k)}: ${oneLine(v)}`);
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}
