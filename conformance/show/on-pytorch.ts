/** Runs the Python that every case is shown as on each real PyTorch, in one process each: `tsx conformance/show/on-pytorch.ts`. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { installed, NOWHERE, rootsOf } from '../adapters/pytorch/installed.ts';
import { loadSuite } from '../load/suite.ts';
import { laterThan } from '../needs/index.ts';
import { heldTo } from '../versions/index.ts';
import { pythonOf } from './index.ts';

const script = readFileSync(new URL('./on_pytorch.py', import.meta.url), 'utf8');
const harness = fileURLToPath(new URL('../adapters/pytorch/', import.meta.url));
const { cases } = loadSuite();

const programsOf = (version: string): readonly object[] =>
  cases
    .filter((one) => laterThan(one, version).length === 0)
    .map((one) => heldTo(one, version))
    .map((c) => {
      const { names, error, either } = c.expected;
      const texts = Object.values(names).map(({ prints }) => prints);
      const told = error === undefined && either === undefined && !texts.includes(undefined);
      return {
        id: c.id,
        program: pythonOf(c),
        raises: error?.kind ?? null,
        prints: told ? texts.map((text) => `${text}\n`).join('') : null,
      };
    });

const found = installed(harness, rootsOf(process.env));
for (const { version, python } of found) {
  const input = JSON.stringify(programsOf(version));
  const { status } = spawnSync('sh', ['-c', `${python} -c "$0"`, script], {
    input,
    stdio: ['pipe', 'inherit', 'inherit'],
  });
  if (status !== 0) process.exitCode = status ?? 3;
}
if (found.length === 0) {
  console.error(NOWHERE);
  process.exitCode = 3;
}
