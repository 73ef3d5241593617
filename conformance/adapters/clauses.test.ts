import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { caseOf } from '../judge/sample.ts';
import { packageFolder } from '../load/package.ts';
import { loadSuite } from '../load/suite.ts';
import { clausesOf, librariesWithFindings } from './clauses.ts';

test('the last line of a finding tells the clauses of the cases under its heading, and their number', () => {
  const root = mkdtempSync(join(tmpdir(), 'tconf-clauses-'));
  const folder = join(root, 'conformance', 'adapters', 'a');
  mkdirSync(folder, { recursive: true });
  const stale =
    '# Of a\n\n## One\n\nText.\n\nClauses: sum.C9. Cases: 7.\n\n## Two\n\nNo line.\n\n## Three\n\nClauses: x.C1. Cases: 1.\n';
  writeFileSync(join(folder, 'findings.md'), stale);
  writeFileSync(
    join(folder, 'known-failures.txt'),
    '# Two\nops/cat/x  # threw\n\n# One\nops/sum/*  # threw\n# seen once\nops/cat/y  # threw\n',
  );
  const cases = [
    caseOf({ id: 'ops/sum/a', rules: ['sum.C2', 'reductions.C1'] }),
    caseOf({ id: 'ops/sum/b', rules: ['sum.C2', 'sum.C1'] }),
    caseOf({ id: 'ops/cat/x', rules: ['cat.C1'] }),
    caseOf({ id: 'ops/cat/y', rules: ['cat.C2'] }),
  ];
  const { text, due } = clausesOf(root, 'a', cases);
  rmSync(root, { recursive: true, force: true });
  expect(text).toBe(stale);
  expect(due).toBe(
    '# Of a\n\n## One\n\nText.\n\nClauses: cat.C2, reductions.C1, sum.C1, sum.C2. Cases: 3.\n\n## Two\n\nNo line.\n\nClauses: cat.C1. Cases: 1.\n\n## Three\n\nClauses: x.C1. Cases: 0.\n',
  );
});

const { cases } = loadSuite();
test.each(librariesWithFindings(packageFolder()))(
  'the findings of %s tell the clauses and the number of their cases; if not, npm run check:findings -- <library> --update',
  (library) => {
    const { text, due } = clausesOf(packageFolder(), library, cases);
    expect(text).toBe(due);
  },
);
