import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { packageFolder } from '../load/package.ts';
import { adapterText, autogradForms } from './adapter-text.ts';

vi.setConfig({ testTimeout: 60_000 });

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tconf-init-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const config = {
  compilerOptions: {
    ...{ target: 'es2023', module: 'esnext', moduleResolution: 'bundler', noEmit: true, skipLibCheck: true },
    ...{ strict: true, noUnusedLocals: true, noUnusedParameters: true, exactOptionalPropertyTypes: true },
    ...{ noUncheckedIndexedAccess: true, verbatimModuleSyntax: true, allowImportingTsExtensions: true },
    ...{ typeRoots: [join(packageFolder(), 'node_modules/@types')], types: ['node'] },
    paths: { 'tensor-conformance': [join(packageFolder(), 'conformance/index.ts')] },
  },
  files: ['adapter.ts'],
};

/** What a strict compiler says of a file that imports this package; nothing if it compiles. */
const compiled = (text: string): string => {
  writeFileSync(join(folder, 'adapter.ts'), text);
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
  const tsc = join(packageFolder(), 'node_modules/typescript/bin/tsc');
  const { status, stdout } = spawnSync(process.execPath, [tsc, '-p', folder], { encoding: 'utf8' });
  expect(status === 0).toBe(stdout === '');
  return stdout;
};

describe('the adapter to complete', () => {
  test.each(autogradForms)('compiles as it is, in at most 40 lines: %s', (form) => {
    const text = adapterText('some-library', form);
    expect(text.trimEnd().split('\n').length).toBeLessThanOrEqual(40);
    expect(compiled(text)).toBe('');
  });

  test('would not with a mistake in it', () => {
    const text = adapterText('some-library', 'tape');
    expect(compiled(text.replace('shape:', 'shpae:'))).toContain('shpae');
    expect(compiled(text.replace('grad: () =>', 'gradient: () =>'))).toContain('gradient');
  });

  test('says as what it differentiates', () => {
    expect(autogradForms.map((form) => /kind: '(\w+)'/.exec(adapterText('x', form))?.[1])).toEqual([
      'functional',
      'tape',
      undefined,
    ]);
  });
});
