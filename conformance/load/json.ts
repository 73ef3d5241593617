import { printParseErrorCode, visit } from 'jsonc-parser';

/** Where a text stops being JSON, with what was expected there. */
export interface JsonFault {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

const EXPECTED: Readonly<Partial<Record<ReturnType<typeof printParseErrorCode>, string>>> = {
  PropertyNameExpected: 'expected a key in double quotes',
  ColonExpected: 'expected ":" after the key',
  CommaExpected: 'expected "," or the end of the list or object',
  CloseBraceExpected: 'expected "," or "}"',
  CloseBracketExpected: 'expected "," or "]"',
  EndOfFileExpected: 'expected the end of the file',
  UnexpectedEndOfString: 'expected the closing quote of a string on its line',
  InvalidEscapeCharacter: 'expected one of the escapes that JSON has',
  InvalidUnicode: 'expected four hexadecimal digits after \\u',
  InvalidCommentToken: 'expected no comment',
};

/** How deep a file may be nested. Tensors have few axes. */
const DEEPEST = 200;

/** Nested too deep to be read on. */
class TooDeep extends Error {
  readonly at: JsonFault;
  constructor(line: number, column: number) {
    super();
    this.at = { line, column, message: `nested deeper than ${DEEPEST}` };
  }
}

/** Keeps count of how deep a text is nested, and throws `TooDeep`. */
const depthGuard = () => {
  let depth = 0;
  const begin = (_offset: number, _length: number, line: number, column: number): void => {
    if (++depth > DEEPEST) throw new TooDeep(line + 1, column + 1);
  };
  return { begin, end: (): void => void depth-- };
};

/** The first place where `text` is no JSON, or where an object says a key twice (which `JSON.parse` would swallow). */
export const jsonFault = (text: string): JsonFault | undefined => {
  try {
    return syntaxFault(text);
  } catch (error) {
    if (error instanceof TooDeep) return error.at;
    throw error;
  }
};

const syntaxFault = (text: string): JsonFault | undefined => {
  const depth = depthGuard();
  const faults: (JsonFault & { readonly offset: number })[] = [];
  const objects: Set<string>[] = [];
  visit(
    text,
    {
      onArrayBegin: depth.begin,
      onArrayEnd: depth.end,
      onObjectBegin: (offset, length, line, column) => {
        depth.begin(offset, length, line, column);
        objects.push(new Set());
      },
      onObjectEnd: () => {
        depth.end();
        objects.pop();
      },
      onObjectProperty: (key, offset, _length, line, column) => {
        const keys = objects.at(-1)!;
        const message = `the key ${JSON.stringify(key)} stands twice in one object`;
        if (keys.has(key)) faults.push({ offset, line: line + 1, column: column + 1, message });
        keys.add(key);
      },
      onError: (code, offset, length, line, column) => {
        const found =
          offset < text.length
            ? `got ${JSON.stringify(text.slice(offset, offset + Math.min(length, 20)))}`
            : 'the file ends';
        const message = `${EXPECTED[printParseErrorCode(code)] ?? 'expected a JSON value'}, ${found}`;
        faults.push({ offset, line: line + 1, column: column + 1, message });
      },
    },
    { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false },
  );
  const first = faults.sort((a, b) => a.offset - b.offset)[0];
  return first && { line: first.line, column: first.column, message: first.message };
};
