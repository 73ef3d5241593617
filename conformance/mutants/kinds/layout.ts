/** Right for a tensor that lies gapless, wrong for a view: the offset or the strides are not looked at. */
import { hasTrait } from '../../pages/traits.ts';
import { misread, misreadTensor, replaceBy, writeAstray } from '../calls/again.ts';
import type { Called, Given } from '../calls/called.ts';
import type { Fault } from '../calls/fault.ts';
import { type Buffer, elementsOf, type Layout, layouts, write } from '../calls/memory.ts';
import { type FaultsOf, givesTensor, tensorOperands, writesTo } from './families.ts';

const kind = 'layout';

const TOLD: Readonly<Record<Layout, string>> = {
  offset: 'without its offset',
  'by steps': 'without its step',
  transposed: 'as if it were not transposed',
  expanded: 'as if it were not expanded',
};
const all = Object.keys(TOLD) as Layout[];

const lying = (called: Called, name: string, layout: Layout): readonly Given[] =>
  called.given.filter((given) => given.name === name && layouts[layout](given.memory));

const misreadAll = (called: Called, name: string, layout: Layout): ReadonlyMap<unknown, unknown> =>
  new Map(
    lying(called, name, layout).map((given) => [given.tensor, misreadTensor(called.tools, given, layout)] as const),
  );

const text = (value: unknown): string => JSON.stringify(value, (_, v) => (typeof v === 'bigint' ? `${v}` : v)) ?? '';

const read = (name: string, layout: Layout, host: boolean): Fault => ({
  kind,
  name: `${name} read ${TOLD[layout]}`,
  when: (called) => lying(called, name, layout).length > 0,
  ...(host
    ? {
        instead: (called) => {
          const value = called.again({ tensors: misreadAll(called, name, layout) });
          return text(value) === text(called.result) ? undefined : { value };
        },
      }
    : { result: (y, called, k) => replaceBy(called, { tensors: misreadAll(called, name, layout) }, y, k) }),
});

/** What it writes to lies elsewhere than it believes. */
const written = (name: string, layout: Layout): Fault => ({
  kind,
  name: `${name} written ${TOLD[layout]}`,
  when: (called) => layouts[layout](called.given[0]!.memory),
  instead: (called) => {
    const [self] = called.given;
    const { memory } = self!;
    const right = memory.buffer.slice() as Buffer;
    const was = memory.buffer.slice() as Buffer;
    write({ ...memory, buffer: was }, called.before(self!).data);
    writeAstray(memory, layout, was, elementsOf({ ...memory, buffer: right }).data);
    return memory.buffer.every((v, i) => Object.is(v, right[i])) ? undefined : { value: called.result };
  },
});

/** The gradient that arrives is a view itself. */
const arriving = (layout: Layout): Fault => ({
  kind,
  name: `the gradient that arrives read ${TOLD[layout]}`,
  arriving: (g, _, memory) => {
    if (layouts[layout](memory)) g.data.splice(0, g.data.length, ...misread(memory, layout));
  },
});

/** Each operand, index, mask or bias, what is written to, and the gradient that arrives. */
export const layout: FaultsOf<Fault> = (page, op) => {
  const writes = writesTo(page, op);
  const names = [...tensorOperands(page), ...('index' in page.options ? ['index'] : [])];
  const [self] = names;
  return all.flatMap((one): Fault[] => [
    ...names.filter((name) => !(writes && name === self)).map((name) => read(name, one, !givesTensor(page) && !writes)),
    ...(writes ? [read(self!, one, false), written(self!, one)] : []),
    // What is zero whatever arrives shows nothing of it.
    ...(page.differentiable.length > 0 && !hasTrait(page, 'flat') ? [arriving(one)] : []),
  ]);
};
