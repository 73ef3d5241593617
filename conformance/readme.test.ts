import { readFileSync } from 'node:fs';
import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import * as reference from '../reference/index.ts';
import { tconf } from './cli/sample.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const blocks = [...readme.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(([, language, text]) => ({
  language,
  text: text!,
}));
const first = (language: string): string => blocks.find((b) => b.language === language)!.text;

describe('README', () => {
  test('shows a case as it stands in the fixtures', () => {
    const shown = JSON.parse(first('json')) as { id: string };
    const file = new URL('../fixtures/note/1-numeric-operations.json', import.meta.url);
    const { cases } = JSON.parse(readFileSync(file, 'utf8')) as { cases: { id: string; note?: unknown }[] };
    const { note: _, erratum: _e, ...held } = cases.find(({ id }) => id === shown.id) as Record<string, unknown>;
    expect(shown).toEqual(held);
  });

  test('calls commands and options that exist', async () => {
    const calls = [...readme.matchAll(/npx tconf (\w+)([^`\n#]*)/g)];
    expect(calls.length).toBeGreaterThan(5);
    for (const [, name, rest] of calls) {
      const { exit, out } = await tconf(name!, '--help');
      expect([name, exit]).toEqual([name, 0]);
      for (const [option] of rest!.matchAll(/--[a-z-]+/g)) expect(out).toContain(option);
    }
  });

  test('shows TypeScript that prints what it says', () => {
    const program = first('ts').replace(/^import .*$/m, '');
    const printed: string[] = [];
    const said = [...program.matchAll(/\/\/ (.*)$/gm)].map(([, text]) => text);
    const log = { log: (value: unknown) => void printed.push(typeof value === 'string' ? value : inspect(value)) };
    new Function('torch', 'console', program)(reference.torch, log);
    expect(printed).toEqual(said);
    expect(said.length).toBeGreaterThan(0);
  });
});
