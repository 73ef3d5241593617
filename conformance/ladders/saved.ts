/** Writes between an op and its backward pass: to a value that the page says is saved, and to one that is not. */
import { pageOf } from '../pages/page-of.ts';
import { isSaved } from '../pages/saves.ts';
import { type Call, type Given, givenTo } from './call.ts';
import { COTANGENT, leavesOf, like, recorded, shapeOfResult } from './drafts.ts';
import type { Ladder } from './ladder.ts';
import { leafName, Program, writes } from './program.ts';
import { type Rung, stemOf } from './rung.ts';

/** Whether the backward pass of a call reads an operand. */
const isRead = (call: Call, { name }: Given): boolean =>
  isSaved(pageOf(call.op)!.page, name.replace(/\d+_$/, ''), {
    recorded: new Set(leavesOf(call).map((one) => one.name)),
    tensors: new Set(givenTo(call).map((one) => one.name)),
    options: Object.keys(call.options ?? {}),
  });

/** For each operand in turn: the call, a write to that operand, and the way back. What raises leaves no gradient. */
const writing = (suffix: string, call: Call, to: readonly Given[]): Program => {
  const program = new Program({ apart: true });
  const leaves = leavesOf(call);
  for (const one of to) {
    const each = `${suffix}_${one.name}`;
    const { whole } = program.call(call, each, leaves);
    const name = leaves.includes(one) ? leafName(one, each) : `${one.name}${each}`;
    program.ops.push({ no_grad: [{ op: 'fill_', in: [name, one.tensor.dtype === 'float32' ? 0.75 : 0] }] });
    const back = program.give(`c${each}`, like(COTANGENT, shapeOfResult(call)));
    program.ops.push({ try: [{ op: 'backward', in: [whole, back] }] });
    program.observe(
      call,
      leaves.map((leaf) => `${leafName(leaf, each)}.grad`),
    );
  }
  return program;
};

const names = (all: readonly Given[]): string => all.map(({ name }) => name).join();

/** A call with each of its operands written to: those that the backward pass reads, and the others. */
const written = (op: string, [suffix, call]: readonly [string, Call], form = '', where = ''): readonly Rung[] => {
  const each = givenTo(call).filter(({ made }) => made === undefined);
  const [read, unread] = [each.filter((one) => isRead(call, one)), each.filter((one) => !isRead(call, one))];
  const of = (kind: string, says: string, to: readonly Given[]): Rung[] =>
    to.length === 0
      ? []
      : [
          {
            id: [stemOf(op), kind, form].filter((part) => part !== '').join('-'),
            title: `\`${op}\`${where} ${says}`,
            rules: ['autograd.C14'],
            draft: writing(suffix, call, to),
          },
        ];
  return [
    ...of('saved', 'has no gradient after a write to an operand that its gradient needs', read),
    ...of('not-saved', 'has its gradient after a write to an operand that its gradient does not need', unread),
  ];
};

/** Ops whose operands are written to between, by what their pages save: the same by another form if it saves something else. */
export function savedOf({ second = {}, secondApart = [] }: Ladder, op: string): readonly Rung[] {
  const [found] = Object.entries(recorded(second));
  if (found === undefined || writes(op)) return [];
  const saves = (call: Call): string => names(givenTo(call).filter((one) => isRead(call, one)));
  return [
    ...written(op, found),
    ...secondApart.flatMap(({ id, where, calls }) => {
      const [other] = Object.entries(recorded(calls));
      return other === undefined || saves(other[1]) === saves(found[1]) ? [] : written(op, other, id, ` ${where}`);
    }),
  ];
}
