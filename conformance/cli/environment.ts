import { arch, cpus, release, type } from 'node:os';
import type { Environment } from '../reporters/index.ts';

/** Where this process runs. The device is the processor: what else a library computes on, it does not say. */
export const environmentHere = (): Environment => {
  const processors = cpus();
  const model = processors[0]?.model.trim().replace(/\s+/g, ' ') ?? 'unknown';
  return {
    node: process.versions.node,
    os: `${type()} ${release()} ${arch()}`,
    device: `${Math.max(1, processors.length)} × ${model}`,
  };
};
