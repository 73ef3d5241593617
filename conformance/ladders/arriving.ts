/** Gradients that arrive at an op as views: what it reads in its backward pass lies as its operands may. */
import { isDtype } from '../values/dtypes.ts';
import type { Call, Calls, Shape, Tensor } from './call.ts';
import { COTANGENT, leavesOf, like, recorded, shapeOfResult } from './drafts.ts';
import type { Group, Ladder } from './ladder.ts';
import { everySecond, type Layout, offset, transposed, viewed } from './lying.ts';
import { leafName, Program } from './program.ts';
import { type Rung, rung } from './rung.ts';

/** Along an axis along which the op does not go: where it does, what it makes of equal numbers may be 0. */
const stretched = ({ options }: Call, shape: Shape): Layout => {
  const axis = options?.dim === -1 || options?.dim === shape.length - 1 ? 0 : shape.length - 1;
  return {
    id: 'stretched',
    leastRank: 1,
    base: (of) => of.with(axis, 1),
    op: 'expand',
    options: (of) => ({ size: [...of] }),
    place: (at) => at.with(axis, 0),
  };
};
/** Of a result without axes. */
const element: Layout = {
  id: 'element',
  leastRank: 0,
  base: () => [2],
  op: 'getitem',
  options: () => ({ index: [1] }),
  place: () => [1],
};

const layoutsOf = (call: Call, shape: Shape): readonly Layout[] =>
  shape.length === 0
    ? [element]
    : [offset, everySecond, transposed, stretched(call, shape)].filter(({ leastRank }) => leastRank <= shape.length);

/** The calls that stand for an op, few and small, and those of which a library may lack the form. */
const groupsOf = ({ arriving, layouts, second, ranks }: Ladder): readonly Group[] => [
  { id: '', where: '', calls: arriving ?? layouts?.gradients ?? second ?? ranks?.[0]?.calls ?? {} },
  ...(layouts?.apart ?? []).map(({ id, where, calls, gradients = calls }) => ({
    id,
    where: ` ${where}`,
    calls: gradients,
  })),
];

/** A gradient of the dtype of the result: of another one it would be converted, and so copied. */
const cotangent = ({ options }: Call, shape: Shape): Tensor => ({
  ...like(COTANGENT, shape),
  ...(isDtype(options?.dtype) && { dtype: options.dtype }),
});

/** The gradient of each call for one view after the other. */
function programOf(calls: Calls): Program {
  const program = new Program();
  for (const [suffix, call] of Object.entries(recorded(calls))) {
    const leaves = leavesOf(call);
    const shape = shapeOfResult(call);
    const layouts = layoutsOf(call, shape);
    const { whole } = program.call(call, suffix, leaves);
    const inputs = leaves.map((one) => leafName(one, suffix));
    for (const [k, layout] of layouts.entries()) {
      const arriving = { name: 'c', tensor: cotangent(call, shape) };
      const view = program.view(viewed(arriving, layout), `c_${layout.id}${suffix}`);
      const found = leaves.map((_, j) => `g${j || ''}_${layout.id}${suffix}`);
      program.step('autograd.grad', [whole, inputs], found, {
        grad_outputs: { ref: view },
        ...(k < layouts.length - 1 && { retain_graph: true }),
      });
      program.observe(call, found);
    }
  }
  return program;
}

export const arrivingOf = (ladder: Ladder, op: string): readonly Rung[] =>
  groupsOf(ladder).flatMap(({ id: form, where, calls }) => {
    const program = programOf(calls);
    if (program.ops.length === 0) return [];
    const says = `the gradient of \`${op}\`${where} is right for gradients that arrive as views`;
    const id = form === '' ? 'arriving-as-a-view' : `arriving-as-a-view-${form}`;
    return [rung(op, 'C2', 'gradient', id, says, program)];
  });
