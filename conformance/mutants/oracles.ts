/** Whose word random programs hold mutants to: that of the reference, and that of every PyTorch that is found. */
import { fileURLToPath } from 'node:url';
import { pytorchCorners } from '../adapters/pytorch/corners/index.ts';
import { installed, rootsOf } from '../adapters/pytorch/installed.ts';
import adapter from '../adapters/reference/index.ts';
import type { Corner } from '../fuzz/excuse/corner.ts';
import { corners } from '../fuzz/excuse/corners.ts';
import type { Implementation } from '../run/implementation.ts';
import { inProcess } from '../run/in-process.ts';
import { startProcess } from '../stdio/process.ts';

export const allCorners: readonly Corner[] = [...corners, ...pytorchCorners];

const harness = fileURLToPath(new URL('../adapters/pytorch/', import.meta.url));

/** Answers each request once: mutants of one op are asked the same programs. */
export const remembering = (one: Implementation): Implementation => {
  const known = new Map<string, ReturnType<Implementation['run']>>();
  return {
    ...one,
    run: (request) => {
      const key = JSON.stringify([request.inputs, request.ops, request.observe]);
      const outcome = known.get(key) ?? one.run(request);
      known.set(key, outcome);
      return outcome;
    },
  };
};

export const referenceOracle: Implementation = await inProcess(adapter);

/** Every PyTorch of this machine and of PYTORCH=<root>,<root>. */
export const pytorchOracles = (env: Readonly<Record<string, string | undefined>>): Promise<readonly Implementation[]> =>
  Promise.all(installed(harness, rootsOf(env)).map(({ command }) => startProcess(command)));
