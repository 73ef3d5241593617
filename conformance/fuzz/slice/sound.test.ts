import fc from 'fast-check';
import { expect, test } from 'vitest';
import reference from '../../adapters/reference/index.ts';
import { labOf } from '../../laws/check.ts';
import { inProcess } from '../../run/in-process.ts';
import { requestOf } from '../../run/request.ts';
import type { Element, Nested, TensorValue } from '../../values/case.ts';
import type { Outcome } from '../../values/observation.ts';
import { caseOf, type Program, unjudged } from '../draw/program.ts';
import { vocabulary } from '../draw/vocabulary.ts';
import { sameObservation } from '../hold/same-observation.ts';
import { programs } from '../shrink/arbitrary.ts';
import { flowOf } from './flow.ts';

const right = await inProcess(reference);
const run = (program: Program): Promise<Outcome> => right.run(requestOf(caseOf(program, unjudged(program))));

/** Other elements, of which none is special. */
const other = (data: Nested<Element>): Nested<Element> =>
  Array.isArray(data)
    ? data.map(other)
    : typeof data === 'boolean'
      ? !data
      : typeof data === 'number' && Math.abs(data) < 100 && data !== 0
        ? data * 2
        : 1;
const changed = (program: Program, name: string): Program => {
  const given = program.inputs[name] as TensorValue;
  return { ...program, inputs: { ...program.inputs, [name]: { ...given, data: other(given.data) } } };
};

test('what is not computed from an input does not change with it', async () => {
  const arbitrary = programs({ words: vocabulary(), dtypes: new Set(labOf(right).dtypes) });
  const [wrong, counts] = [[] as string[], { apart: 0, gradients: 0, changed: 0 }];
  for (const program of fc.sample(arbitrary, { seed: 3, numRuns: 800 })) {
    const before = await run(program);
    if (before.status !== 'result') continue;
    const flow = flowOf(program);
    for (const input of Object.keys(program.inputs)) {
      const after = await run(changed(program, input));
      if (after.status !== 'result') continue;
      for (const name of program.observe) {
        const alike = sameObservation(before.values[name]!, after.values[name]!);
        if (!alike) counts.changed++;
        if (flow.of(name).names.has(input)) continue;
        counts.apart++;
        if (name.endsWith('.grad')) counts.gradients++;
        if (!alike) wrong.push(`${name} changes with ${input}: ${JSON.stringify(program.ops)}`);
      }
    }
  }
  expect(wrong).toEqual([]);
  expect(counts.apart).toBeGreaterThan(1000);
  expect(counts.gradients).toBeGreaterThan(50);
  expect(counts.changed).toBeGreaterThan(500);
});
