/** What an op may keep or leave behind: from one call to the next, in its operands, in the memory of its result. */

import { pageOf } from '../pages/page-of.ts';
import type { Element } from '../values/case.ts';
import { type Call, type Calls, changed, type Given, givenTo } from './call.ts';
import { gradients, leavesOf, shapeOfResult, values } from './drafts.ts';
import type { Ladder } from './ladder.ts';
import { plain } from './plain.ts';
import { leafName, Program, writes } from './program.ts';
import { type Rung, rung } from './rung.ts';

const turned = (repeats: readonly Element[], by: number): readonly Element[] => [
  ...repeats.slice(by % repeats.length),
  ...repeats.slice(0, by % repeats.length),
];

/** The same call on other numbers. */
const later = (call: Call, k: number): Call =>
  changed(call, (one) => ({
    ...one,
    tensor: { ...one.tensor, repeats: turned(one.tensor.repeats, k) },
    ...(one.made && {
      made: {
        ...one.made,
        from: one.made.from.map((part) => ({ ...part, repeats: turned(part.repeats, k) })) as never,
      },
    }),
  }));

const TIMES = 3;

/** Three calls in a row, of one module if it is one; the operands are looked at when all are over. */
const again = (call: Call): Program => {
  const program = new Program();
  for (let k = 0; k < TIMES; k++) {
    const one = later(call, k);
    const through = call.module !== undefined && k > 0 ? 'm_1' : undefined;
    program.observe(one, program.call(one, `_${k + 1}`, [], through).results);
  }
  program.observe(
    call,
    givenTo(call).flatMap((one) => (one.parameter === true ? [leafName(one, '_1')] : [])),
  );
  for (const name of Object.keys(program.inputs)) program.expected[name] ??= '?';
  return program;
};

const CHOOSES = 'condition';

/** A call whose operands may all be one tensor, but one that chooses between them: they are of one shape. */
const alike = (call: Call): boolean => {
  const [first, ...others] = givenTo(call)
    .filter(({ name }) => name !== CHOOSES)
    .map(({ tensor }) => tensor);
  return (
    first !== undefined &&
    others.length > 0 &&
    givenTo(call).every(({ parameter }) => parameter !== true) &&
    others.every(({ dtype, shape }) => dtype === first.dtype && shape.join() === first.shape.join())
  );
};

const unified = (call: Call): Call => {
  const [first] = givenTo(call).filter(({ name }) => name !== CHOOSES) as [Given];
  return {
    ...call,
    shape: shapeOfResult(call),
    operands: call.operands.map((operand) => {
      if ('each' in operand) return { each: operand.each.map(() => first) };
      return 'tensor' in operand && operand.name !== CHOOSES ? first : operand;
    }),
  };
};

const sharedOf = ({ shared = {}, ranks = [], second = {}, layouts }: Ladder): Calls => {
  const all = [shared, second, layouts?.gradients ?? {}, ...ranks.map(({ calls }) => calls)].flatMap((calls) =>
    Object.entries(calls),
  );
  const found = all.find(([, call]) => alike(call));
  return found === undefined ? {} : { [found[0]]: unified(found[1]) };
};

/** Of a tensor and itself the result of these is a constant: the gradient of powers of two is exactly 0, in whatever order it is computed. */
const CONSTANT: Readonly<Record<string, readonly number[]>> = { div: [2, -0.5, 4, 1, -0.25, 8, -1] };

const exactly = (calls: Calls): Calls =>
  Object.fromEntries(
    Object.entries(calls).map(([suffix, call]) => {
      const repeats = CONSTANT[call.op];
      return [
        suffix,
        repeats === undefined ? call : changed(call, (one) => ({ ...one, tensor: { ...one.tensor, repeats } })),
      ];
    }),
  );

/** An in-place form whose gradient reads nothing that was written over. */
const readsNone = (op: string): boolean => {
  const { page, inplace } = pageOf(op)!;
  return inplace && Object.keys(page.saves ?? {}).length === 0;
};

/** What an op keeps from call to call, and what it makes of one tensor in the place of several. */
export function statesOf(ladder: Ladder, op: string): readonly Rung[] {
  const call = plain(ladder);
  if (call === undefined) return [];
  const calls = sharedOf(ladder);
  const some = Object.values(calls)[0];
  return [
    rung(
      op,
      'C4',
      '',
      'again',
      `\`${op}\` is right the second and the third time, and changes no operand`,
      again(call),
    ),
    ...(some === undefined
      ? []
      : [
          rung(op, 'C4', '', 'one-tensor', `\`${op}\` is right where one tensor is all of its operands`, values(calls)),
          ...(leavesOf(some).length === 0 || (writes(op) && !readsNone(op))
            ? []
            : [
                rung(
                  op,
                  'C4',
                  'gradient',
                  'one-tensor',
                  `the gradient of \`${op}\` is right where one tensor is all of its operands`,
                  gradients(exactly(calls)),
                ),
              ]),
        ]),
  ];
}
