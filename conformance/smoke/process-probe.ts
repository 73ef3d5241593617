import type { Implementation } from '../run/implementation.ts';
import type { Dtype, Request } from '../values/case.ts';
import type { Outcome } from '../values/observation.ts';
import type { Probe } from './probe.ts';

/** A probe of a process, of which it sees what it answers and nothing else. */
export class ProcessProbe implements Probe {
  readonly kind = 'process';
  readonly differentiates = 'unknown';
  /** The dtype that ops are tried in; the first of the dtypes that come back as they were made. */
  plain: Dtype = 'float32';
  private readonly implementation: Implementation;

  constructor(implementation: Implementation) {
    this.implementation = implementation;
  }

  has(op: string): boolean {
    const { takes } = this.implementation;
    return takes === undefined || Object.hasOwn(takes, op);
  }

  run(request: Request): Promise<Outcome> {
    return this.implementation.run(request);
  }

  raisedWithin(): undefined {
    return undefined;
  }
}
