/** Where a text stops being JSON, with what was expected there. */
export interface JsonFault {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

class Stop {
  readonly at: number;
  readonly message: string;
  constructor(at: number, message: string) {
    this.at = at;
    this.message = message;
  }
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?/y;
const WORD = /true|false|null/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids exactly these inside strings
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;

/** Walks the text once and throws a `Stop` at the first fault; a key that stands twice in one object is one. */
const walk = (text: string): void => {
  let at = 0;
  const space = () => {
    for (let code = text.charCodeAt(at); code === 32 || code === 10 || code === 13 || code === 9; )
      code = text.charCodeAt(++at);
  };
  const found = () => (at < text.length ? `got ${JSON.stringify(text[at])}` : 'the file ends');
  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const match = pattern.exec(text)?.[0];
    if (match !== undefined) at += match.length;
    return match;
  };
  const list = (close: string, item: () => void) => {
    at++;
    space();
    if (text[at] === close) at++;
    else
      for (;;) {
        item();
        space();
        const mark = text[at];
        if (mark !== ',' && mark !== close) throw new Stop(at, `expected "," or ${JSON.stringify(close)}, ${found()}`);
        at++;
        if (mark === close) return;
        space();
      }
  };
  const member = (keys: Set<string>) => {
    const start = at;
    const key = take(STRING);
    if (key === undefined) throw new Stop(at, `expected a key in double quotes, ${found()}`);
    if (keys.has(key)) throw new Stop(start, `the key ${key} stands twice in one object`);
    keys.add(key);
    space();
    if (text[at] !== ':') throw new Stop(at, `expected ":" after the key ${key}, ${found()}`);
    at++;
    value();
  };
  const value = (): void => {
    space();
    if (text[at] === '{') {
      const keys = new Set<string>();
      list('}', () => member(keys));
    } else if (text[at] === '[') list(']', value);
    else if (take(STRING) ?? take(NUMBER) ?? take(WORD)) return;
    else throw new Stop(at, `expected a JSON value, ${found()}`);
  };
  value();
  space();
  if (at < text.length) throw new Stop(at, `expected the end of the file, ${found()}`);
};

/** The first place where `text` is no JSON, or where an object says a key twice (which `JSON.parse` would swallow). */
export const jsonFault = (text: string): JsonFault | undefined => {
  try {
    walk(text);
    return undefined;
  } catch (stop) {
    if (!(stop instanceof Stop)) throw stop;
    const before = text.slice(0, stop.at).split('\n');
    return { line: before.length, column: before.at(-1)!.length + 1, message: stop.message };
  }
};
