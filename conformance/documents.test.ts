import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { build } from './cli/main.ts';
import { laws } from './laws/index.ts';
import { packageFolder } from './load/package.ts';
import { readSpec } from './load/spec.ts';
import { loadSuite } from './load/suite.ts';
import { select } from './select/select.ts';

const documents = ['README.md', 'CONTRIBUTING.md', 'spec/README.md'] as const;
const textOf = (file: string): string => readFileSync(join(packageFolder(), file), 'utf8');
const matches = (text: string, pattern: RegExp): string[] => [...new Set(text.match(pattern))];

/** What is only an example of where something goes: it is made by the reader. */
const made = (path: string): boolean => /<|draft/.test(path);

/** Command lines as they stand in code, without their comments. */
const commandsIn = (text: string): string[] =>
  matches(text, /\btconf [a-z][^`\n]*/g).map((line) => line.replace(/\s+#.*| [A-Z].*$/, '').trim());

describe.each(documents)('%s', (file) => {
  const text = textOf(file);

  test('names cases that exist', () => {
    const { cases } = loadSuite();
    const named = matches(text, /(?<![\w./])(?:ops|note|autograd|programs)\/[\w.*-]+(?:\/[\w*-]+)?/g)
      .filter((path) => !/\.(?:json|md|ts)$/.test(path) && !text.includes(`spec/${path}`))
      .filter((path) => !path.includes('<'));
    expect(named.filter((id) => select(cases, ['note', id]).length === 0)).toEqual([]);
  });

  test('names clauses and laws that exist', () => {
    const clauses = new Set(readSpec().flatMap((page) => page.clauses.map(({ id }) => id)));
    expect(matches(text, /\b[a-z_]+\.C\d+\b/g).filter((id) => !clauses.has(id))).toEqual([]);
    const families = new Set(laws.map(({ id }) => id.split('/')[0]!));
    const named = [...text.matchAll(/--law '?([\w/*-]+)/g)].map(([, id]) => id!);
    expect(named.filter((id) => !id.includes('*') && !laws.some((law) => law.id === id))).toEqual([]);
    expect(named.filter((id) => !families.has(id.split('/')[0]!))).toEqual([]);
  });

  test('names files that exist', () => {
    const paths = matches(text, /(?<![\w./-])(?:conformance|fixtures|spec|reference|\.ci)\/[\w./-]*\w/g);
    expect(paths.filter((path) => !made(path) && !existsSync(join(packageFolder(), path)))).toEqual([]);
  });

  test('calls commands with options that they take', async () => {
    const words = (line: string): string[] =>
      [...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(([, a, b, c]) => a ?? b ?? c ?? '');
    for (const line of commandsIn(text)) {
      let called = false;
      const said: string[] = [];
      const terminal = { out: () => {}, err: (words: string) => void said.push(words), interactive: false };
      const program = build(terminal, () => {
        called = true;
      });
      await program.parseAsync(words(line).slice(1), { from: 'user' }).catch(() => {});
      // A command that is only named has not its operands.
      const named = /^tconf [a-z]+$/.test(line) && /missing required argument/.test(said.join(''));
      if (!named) expect([line, said.join(''), called]).toEqual([line, '', true]);
    }
  });
});
