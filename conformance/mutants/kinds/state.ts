/** Right the first time, with operands of their own, and wrong in what is left behind. */
import { all, at, off } from '../calls/damage.ts';
import type { Fault } from '../calls/fault.ts';
import { elementsOf, type Memory, sameElements, write } from '../calls/memory.ts';
import { type FaultsOf, givesTensor, hasElements, tensorOperands, writesTo } from './families.ts';

const kind = 'state';
const last = at((i, n) => i === n - 1, off);

/** The faults of calls that come after others: what they keep, they keep for one case. */
const calls: readonly Fault[] = [
  { kind, name: 'wrong in the second call', when: ({ nth }) => nth === 1, result: last },
  { kind, name: 'wrong from the third call on', when: ({ nth }) => nth > 1, result: last },
];

const sameTensor: Fault = {
  kind,
  name: 'wrong where one tensor is both operands',
  when: ({ given }) => new Set(given.map(({ tensor }) => tensor)).size < given.length,
  result: all(off),
};

/** What the op was given is another thing afterwards. */
const spoils = (name: string): Fault => ({
  kind,
  name: `${name} changed by it`,
  instead: ({ given, tools, result, results }) => {
    let changed = false;
    for (const { memory } of given.filter((one) => one.name === name)) {
      if (results.some((r) => tools.memory(r).buffer === memory.buffer)) continue;
      const y = elementsOf(memory);
      const before = [...y.data];
      last(y);
      if (sameElements(before, y.data)) continue;
      changed = true;
      write(memory, y.data);
    }
    return changed ? { value: result } : undefined;
  },
});

/** Where nothing would change, no copy is made. */
const shares: Fault = {
  kind,
  name: 'its operand’s memory where nothing changes',
  instead: ({ given: [x], tools, results: [y], result }) => {
    if (x === undefined || y === undefined) return undefined;
    const [from, to] = [x.memory, tools.memory(y)];
    if (from.dtype !== to.dtype || from.shape.join() !== to.shape.join() || from.buffer === to.buffer) return undefined;
    if (from.strides.join() !== to.strides.join()) return undefined;
    if (!sameElements(elementsOf(from).data, elementsOf(to).data)) return undefined;
    tools.move(y, from);
    return { value: result };
  },
};

/** The result of a call is what the next one of the same size writes to. */
const reused: Fault = {
  kind,
  name: 'the memory of an earlier result used again',
  instead: ({ tools, results, result, given, kept }) => {
    let changed = false;
    for (const y of results) {
      const to = tools.memory(y);
      if (given.some(({ memory }) => memory.buffer === to.buffer)) continue;
      const old = kept.find((t) => alike(tools.memory(t), to));
      if (old === undefined) {
        kept.push(y);
        continue;
      }
      const { data } = elementsOf(to);
      changed ||= !sameElements(elementsOf(tools.memory(old)).data, data);
      write(tools.memory(old), data);
      tools.move(y, tools.memory(old));
    }
    return changed ? { value: result } : undefined;
  },
};

const alike = (a: Memory, b: Memory): boolean =>
  a.dtype === b.dtype && a.shape.join() === b.shape.join() && a.strides.join() === b.strides.join();

/** By its page: what is true of any op that gives tensors. */
export const state: FaultsOf<Fault> = (page, op) => {
  if (!hasElements(page, op)) return [];
  const names = tensorOperands(page);
  const fresh = givesTensor(page) && !writesTo(page, op);
  return [
    ...calls,
    ...(names.length > 1 || page.operands.some(({ type }) => type === 'tensors') ? [sameTensor] : []),
    ...names.filter((_, i) => !(writesTo(page, op) && i === 0)).map(spoils),
    ...(fresh ? [reused] : []),
    ...(fresh && names.length > 0 ? [shares] : []),
  ];
};
