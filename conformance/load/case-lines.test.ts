import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { caseLines } from './case-lines.ts';
import { bundledFixtures } from './suite.ts';

test('the line of a case is that of its id, whatever else is called so', () => {
  const text = `{
  "id": "the-file", "cases": [
    { "conventions": [{
        "id": "b" }],
      "note": { "id": "erratum" }, "rules": ["id", "}"], "control": "id",
      "id": "a" },

    {"id"
     :"b\\u0021"}
  ]
}`;
  expect([...caseLines(text)]).toEqual([
    ['a', 6],
    ['b!', 9],
  ]);
});

test('every case of every bundled fixture has a line', () => {
  const files = readdirSync(bundledFixtures(), { recursive: true, encoding: 'utf8' }).filter((f) =>
    f.endsWith('.json'),
  );
  for (const file of files) {
    const text = readFileSync(join(bundledFixtures(), file), 'utf8');
    const lines = caseLines(text);
    const rows = text.split('\n');
    const ids = (JSON.parse(text) as { cases: { id: string }[] }).cases.map(({ id }) => id);
    expect([...lines.keys()]).toEqual(ids);
    for (const [id, line] of lines) expect(rows[line - 1]!.replace('"id":"', '"id": "')).toContain(`"id": "${id}"`);
  }
});
