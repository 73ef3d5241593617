import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { exportsOf } from './exports.ts';
import { undocumented } from './undocumented.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'declarations-'));
afterAll(() => rmSync(folder, { recursive: true }));

const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  exports: Readonly<Record<string, string | { readonly types: string }>>;
};
/** What a user imports, and the file in which TypeScript says what that is. */
const entries = Object.entries(exports).flatMap(([name, to]): [string, string][] =>
  typeof to === 'string' ? [] : [[name, to.types.replace(/^\.\/dist\//, '')]],
);
const tsc = join(root, 'node_modules', '.bin', 'tsc');
execFileSync(tsc, ['-p', 'tsconfig.build.json', '--emitDeclarationOnly', '--outDir', folder], { cwd: root });

test.each(entries)('everything that %s exports has a doc comment', (_, file) => {
  const entry = join(folder, file);
  expect(exportsOf(entry).size).toBeGreaterThan(1);
  expect(undocumented(entry)).toEqual([]);
});

test('what is followed leads to the classes and functions that a user sees', () => {
  expect(entries.map(([name]) => name)).toEqual(['.', './reference', './vitest']);
  expect([...exportsOf(join(folder, 'reference/index.d.ts')).keys()]).toContain('nn.functional.conv2d');
  expect([...exportsOf(join(folder, 'conformance/index.d.ts')).keys()]).toContain('Verdict');
});

describe('without a doc comment', () => {
  const told = (files: Readonly<Record<string, string>>): readonly string[] => {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    return undocumented(join(folder, 'entry.d.ts'));
  };

  test.each([
    ['a constant', 'export declare const a: number;', ['a']],
    ['below a comment that is none of a declaration', '// a\nexport declare const a: number;', ['a']],
    ['an overload', '/** f */\nexport declare function f(): void;\nexport declare function f(x: number): void;', ['f']],
    ['a type', 'export type A = number;', ['A']],
    ['a member of an interface', '/** A */\nexport interface A {\n  x: number;\n  /** y */\n  y(): void;\n}', ['A.x']],
    ['a member of an object type', '/** A */\nexport type A = {\n  readonly x: number;\n};', ['A.x']],
    [
      'a method, a static one too',
      '/** A */\nexport declare class A {\n  m(): void;\n  static s(): void;\n}',
      ['A.m', 'A.s'],
    ],
    ['what is exported below', 'declare const a: number;\nexport { a as b };', ['b']],
  ])('%s is told', (_, text, names) => expect(told({ 'entry.d.ts': text })).toEqual(names));

  test('what another file declares is told, by the name that a user gives it', () => {
    const other = 'export declare const a: number;\nexport interface B {}\n';
    const entry =
      "export { a as c } from './other.ts';\nexport * as ns from './other.ts';\nexport * from './other.ts';";
    expect(told({ 'entry.d.ts': entry, 'other.d.ts': other })).toEqual(['c', 'ns.a', 'ns.B', 'a', 'B']);
  });

  test('what is private, and what an editor shows from elsewhere, is not told', () => {
    const base = '/** Base */\nexport declare class Base {\n  /** m */\n  m(): void;\n}';
    const entry = `import { Base } from './base.ts';
/** A */
export declare class A extends Base {
  #x;
  private y;
  constructor();
  m(): void;
  /** z */
  get z(): number;
  set z(value: number);
}
declare const hidden: number;`;
    expect(told({ 'entry.d.ts': entry, 'base.d.ts': base })).toEqual([]);
  });
});
