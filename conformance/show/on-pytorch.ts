/** Runs the Python that every case is shown as on real PyTorch, in one process: `tsx conformance/show/on-pytorch.ts`. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { loadSuite } from '../load/suite.ts';
import { pythonOf } from './index.ts';

const programs = loadSuite().cases.map((c) => {
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

const script = fileURLToPath(new URL('./on_pytorch.py', import.meta.url));
const { status } = spawnSync(process.env.PYTHON ?? 'python3', [script], {
  input: JSON.stringify(programs),
  stdio: ['pipe', 'inherit', 'inherit'],
});
process.exitCode = status ?? 3;
