/** The value is right and its gradient wrong: for one operand, one way of use, one shape, or when it is differentiated again. */
import type { Page } from '../../pages/page.ts';
import { hasTrait } from '../../pages/traits.ts';
import type { Called, Given } from '../calls/called.ts';
import { all, off } from '../calls/damage.ts';
import type { Fault } from '../calls/fault.ts';
import type { Elements } from '../calls/memory.ts';
import type { FaultsOf } from './families.ts';

const kind = 'gradient';

const turned = (g: Elements): void => {
  const [rows, columns] = [g.shape.at(-2), g.shape.at(-1)];
  if (rows === undefined || rows !== columns || rows === 0) return;
  const was = [...g.data];
  for (let i = 0; i < was.length; i++) {
    const [matrix, row, column] = [Math.floor(i / (rows * rows)), Math.floor(i / rows) % rows, i % rows];
    g.data[i] = was[matrix * rows * rows + column * rows + row]!;
  }
};

const halved = (g: Elements): void => all((_, v) => (typeof v === 'bigint' ? v : v / 2))(g);

const isTwice = (called: Called, given: Given): boolean =>
  called.given.filter(({ tensor }) => tensor === given.tensor).length > 1;
const alone = (called: Called, given: Given): boolean =>
  called.given.every((other) => other.tensor === given.tensor || other.edge === null);

const ofOperand = (name: string, { differentiable }: Page): readonly Fault[] => [
  { kind, name: `gradient of ${name} off`, gradient: { of: name, change: all(off) } },
  { kind, name: `gradient of ${name} turned where it is square`, gradient: { of: name, change: turned } },
  {
    kind,
    name: `gradient of ${name} a constant when it is differentiated`,
    passed: { of: name, change: (g, { tools }) => (tools.requiresGrad(g) ? tools.detach(g) : g) },
  },
  {
    kind,
    name: `second derivative by ${name} off`,
    passed: {
      of: name,
      change: (g, { tools: { requiresGrad, detach, ops } }) =>
        requiresGrad(g) ? ops.add!(g, ops.mul!(ops.sub!(g, detach(g), {}), 0.01, {}), {}) : g,
    },
  },
  ...(differentiable.length < 2
    ? []
    : [
        {
          kind,
          name: `no gradient of ${name} where it alone asks for one`,
          passed: {
            of: (given: Given, called: Called) => given.name === name && alone(called, given),
            change: (g: unknown, { tools }: Called) => tools.ops.mul!(g, 0, {}),
          },
        } satisfies Fault,
      ]),
];

const shared: Fault = {
  kind,
  name: 'gradient halved where one tensor is both operands',
  gradient: { of: (given, called) => isTwice(called, given), change: halved },
};

/** After `sum` and `mean` the gradients that arrive are equal. */
const arriving: readonly Fault[] = [
  {
    kind,
    name: 'the gradients that arrive taken to be equal',
    arriving: ({ data }) => data.fill(data[0]!),
  },
  {
    kind,
    name: 'the gradients that arrive taken to be 1',
    arriving: ({ data }) => data.fill(typeof data[0] === 'bigint' ? 1n : 1),
  },
];

/** By its page: the operands that have one. */
export const gradient: FaultsOf<Fault> = (page) => {
  if (page.differentiable.length === 0) return [];
  return [
    ...page.differentiable.flatMap((name) => ofOperand(name, page)),
    ...(page.operands.length > 1 ? [shared] : []),
    // What is zero whatever arrives shows nothing of it.
    ...(hasTrait(page, 'flat') ? [] : arriving),
  ];
};
