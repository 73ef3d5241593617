import type { Request } from '../values/case.ts';
import type { Ending } from '../values/observation.ts';
import { callsIn } from '../values/steps.ts';

/** The ops that a process says it has, each with the options that it takes. */
export type Takes = Readonly<Record<string, readonly string[]>>;

/** The first thing that a case asks for and a process does not take: `op cumsum`, `option sum keepdim`. */
export const untaken = (
  takes: Takes,
  { ops }: Pick<Request, 'ops'>,
): Extract<Ending, { status: 'unsupported' }> | undefined => {
  for (const { op, with: options = {} } of callsIn(ops)) {
    if (!Object.hasOwn(takes, op)) return { status: 'unsupported', what: `op ${op}` };
    const option = Object.keys(options).find((name) => !takes[op]!.includes(name));
    if (option !== undefined)
      return { status: 'unsupported', what: `option ${op} ${option}`, options: [{ op, option }] };
  }
  return undefined;
};
