import type { Request } from '../values/case.ts';
import { callsIn } from '../values/steps.ts';

/** The ops that a process says it has, each with the options that it takes. */
export type Takes = Readonly<Record<string, readonly string[]>>;

/** The first thing that a case asks for and a process does not take: `op cumsum`, `option sum keepdim`. */
export const untaken = (takes: Takes, { ops }: Pick<Request, 'ops'>): string | undefined => {
  for (const { op, with: options = {} } of callsIn(ops)) {
    if (!Object.hasOwn(takes, op)) return `op ${op}`;
    const option = Object.keys(options).find((name) => !takes[op]!.includes(name));
    if (option !== undefined) return `option ${op} ${option}`;
  }
  return undefined;
};
