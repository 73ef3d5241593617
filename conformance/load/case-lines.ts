const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\]:\n]/g;

/** On which line of a fixture file, from 1, the id of each case stands. The text is JSON. */
export const caseLines = (text: string): ReadonlyMap<string, number> => {
  const lines = new Map<string, number>();
  let line = 1;
  let depth = 0;
  let before = '';
  let key = '';
  for (const [token] of text.matchAll(TOKEN)) {
    if (token === '\n') {
      line++;
      continue;
    }
    if (token === '{' || token === '[') depth++;
    else if (token === '}' || token === ']') depth--;
    else if (token === ':') key = before;
    // The file, its list of cases, the case.
    else if (before === ':' && key === '"id"' && depth === 3) lines.set(JSON.parse(token) as string, line);
    before = token;
  }
  return lines;
};
