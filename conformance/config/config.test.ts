import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { faultLine } from '../load/fault.ts';
import { packageFolder } from '../load/package.ts';
import { CONFIG_FILE, parseConfig } from './config.ts';

const whole = {
  $schema: 'an address',
  ...{ adapter: './adapter.ts', fixtures: 'fixtures', known: 'known.txt', tolerance: 'strict' },
  ...{ reporter: ['pretty', 'junit'], out: 'out', jobs: 4, timeout: 5000 },
};
const linesOf = (text: string): string[] => parseConfig(text, CONFIG_FILE).faults.map(faultLine);
const schema = JSON.parse(readFileSync(join(packageFolder(), 'spec/schema/config.schema.json'), 'utf8'));

describe('a configuration', () => {
  test('may hold every option of a run, or none', () => {
    expect(parseConfig(JSON.stringify(whole), CONFIG_FILE)).toEqual({ config: whole, faults: [] });
    expect(linesOf('{ "command": "python3 harness.py", "reporter": "json" }')).toEqual([]);
    expect(linesOf('{}')).toEqual([]);
  });

  test.each<[string, string]>([
    ['{ "adapter": "a" ', '1:18: no JSON: expected "," or "}", the file ends'],
    ['{ "jobs": 1, "jobs": 2 }', '1:14: no JSON: the key "jobs" stands twice in one object'],
    ['[]', 'expected an object with the options of a run, got a list'],
    ['{ "adaptor": "a" }', '/adaptor: unknown key "adaptor"; did you mean "adapter"?'],
    ['{ "adapter": 5 }', '/adapter: expected the library to test'],
    ['{ "jobs": 0 }', '/jobs: expected how many workers run cases at once >= 1, got 0'],
    ['{ "timeout": "5s" }', '/timeout: expected how many milliseconds a case may take, got "5s"'],
    ['{ "reporter": [] }', '/reporter: expected at least 1 items, got 0'],
    ['{ "reporter": [1] }', "/reporter/0: expected a reporter's name, got 1"],
    [
      '{ "tolerance": "strickt" }',
      '/tolerance: expected one of "strict", "standard", "relaxed", got "strickt"; did you mean "strict"?',
    ],
    ['{ "adapter": "a", "command": "b" }', '/command: stands beside "adapter"; expected one of them'],
  ])('%s is refused with its place', (text, line) => {
    const [first, ...more] = linesOf(text);
    expect(first).toContain(line);
    expect(first!.startsWith(CONFIG_FILE)).toBe(true);
    expect(more).toEqual([]);
  });

  test('is checked as its published schema says', () => {
    const validate = new Ajv2020({ allowUnionTypes: true, strictTypes: false }).compile(schema);
    for (const json of [whole, {}, [], { a: 1 }, { jobs: 0.5 }, { reporter: [''] }, { adapter: 'a', command: 'b' }])
      expect(validate(json)).toBe(linesOf(JSON.stringify(json)).length === 0);
  });
});
