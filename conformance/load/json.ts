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

/** The first place where `text` is no JSON, or where an object says a key twice (which `JSON.parse` would swallow). */
export const jsonFault = (text: string): JsonFault | undefined => {
  const faults: (JsonFault & { readonly offset: number })[] = [];
  const objects: Set<string>[] = [];
  visit(
    text,
    {
      onObjectBegin: () => void objects.push(new Set()),
      onObjectEnd: () => void objects.pop(),
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
