import type { Step } from '../../values/case.ts';
import type { Observation } from '../../values/observation.ts';
import { around, bodyOf, callsIn } from '../../values/steps.ts';
import type { Program } from '../draw/program.ts';
import type { Sources } from './flow.ts';

export type Seen = Readonly<Record<string, Observation>>;

/**
 * A program without the calls and inputs that something is not computed from. It need not run: where a gradient needs no values,
 * what made them is left out.
 */
export const slice = ({ inputs, ops, observe }: Program, { calls, names }: Sources): Program => {
  const all = callsIn(ops);
  const kept = (steps: readonly Step[]): readonly Step[] =>
    steps.flatMap((step): readonly Step[] => {
      if ('op' in step) return calls.has(all.indexOf(step)) ? [step] : [];
      const body = kept(bodyOf(step));
      return body.length === 0 ? [] : [around(step, body)];
    });
  return {
    inputs: Object.fromEntries(Object.entries(inputs).filter(([name]) => names.has(name))),
    ops: kept(ops),
    observe: observe.filter((name) => names.has(name)),
  };
};

/** Of what was seen, the values that count. */
export const seenOf = (seen: Seen, { names }: Sources): Seen =>
  Object.fromEntries(Object.entries(seen).filter(([name]) => names.has(name)));
