/** What goes wrong in marking, reading, resetting and leaving out of the graph, and in `autograd.grad`. */
import { inFull } from '../in-full.ts';
import type { Mutation } from '../mutation.ts';

type Options = Readonly<Record<string, unknown>>;

export const wrong: ReturnType<typeof inFull> = inFull('engine');

const copied = (): Mutation =>
  wrong(
    'a copy',
    (right, { ops }) =>
      (t) =>
        ops.clone!(right(t), {}),
  );

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

/** By the hook of the tape. */
export const HOOKS: Readonly<Record<string, readonly Mutation[]>> = {
  detach: [
    copied(),
    wrong(
      'the tensor itself taken out of the graph',
      (_, { ops }) =>
        (t) =>
          ops.requires_grad_!(t, { requires_grad: false }),
    ),
  ],
  data: [
    copied(),
    wrong(
      'writes counted as those of detach are',
      (_, { detach }) =>
        (t) =>
          detach(t),
    ),
  ],
  grad: [
    wrong('a copy', (right, { ops, detach }) => (t) => {
      const g = right(t);
      return g === null ? null : ops.clone!(detach(g), {});
    }),
    wrong('zeros where there is none', (right, { ops, requiresGrad, detach }) => (t) => {
      const g = right(t);
      return g === null && requiresGrad(t) ? ops.zeros_like!(detach(t), {}) : g;
    }),
    wrong('outside the graph', (right, { detach }) => (t) => {
      const g = right(t);
      return g === null ? null : detach(g);
    }),
  ],
  requiresGrad: [
    wrong(
      'rank 3 and more not marked',
      (right, { shape }) =>
        (t, on) =>
          shape(t).length > 2 ? t : right(t, on),
    ),
  ],
};

/** By the op of the adapter. */
export const OPS: Readonly<Record<string, readonly Mutation[]>> = {
  'autograd.grad': [
    wrong('nothing for an input that is named twice', (right) => (ys, xs, options) => {
      const found = right(ys, xs, options) as readonly unknown[];
      return isList(xs) ? found.map((g, i) => (xs.indexOf(xs[i]) < i ? null : g)) : found;
    }),
    wrong('.grad touched as well', (right, { ops, grad, setGrad, requiresGrad, isTensor }) => (ys, xs, options) => {
      const found = right(ys, xs, options) as readonly unknown[];
      [xs].flat().forEach((x, i) => {
        if (isTensor(found[i]) && requiresGrad(x))
          setGrad(x, grad(x) === null ? ops.clone!(found[i], {}) : ops.add!(grad(x), found[i], {}));
      });
      return found;
    }),
    wrong(
      'the first alone of several outputs',
      (right) => (ys, xs, options) =>
        isList(ys) && ys.length > 1
          ? right(ys.slice(0, 1), xs, {
              ...(options as Options),
              allow_unused: true,
              grad_outputs: isList((options as Options).grad_outputs)
                ? ((options as Options).grad_outputs as unknown[]).slice(0, 1)
                : (options as Options).grad_outputs,
            })
          : right(ys, xs, options),
    ),
    wrong(
      'outside the graph with create_graph',
      (right, { detach, isTensor }) =>
        (ys, xs, options) =>
          (right(ys, xs, options) as readonly unknown[]).map((g) => (isTensor(g) ? detach(g) : g)),
    ),
    wrong(
      'the gradients of two inputs the other way round where they have one shape',
      (right, { shape, isTensor }) =>
        (ys, xs, options) => {
          const found = right(ys, xs, options) as readonly unknown[];
          const [a, b, ...more] = found;
          return isTensor(a) && isTensor(b) && shape(a).join() === shape(b).join() ? [b, a, ...more] : found;
        },
    ),
    wrong(
      'zeros for what is not used',
      (right, { ops, detach }) =>
        (ys, xs, options) =>
          (right(ys, xs, options) as readonly unknown[]).map(
            (g, i) => g ?? ops.zeros_like!(detach([xs].flat()[i]), {}),
          ),
    ),
    wrong(
      'nothing for an input that is no leaf',
      (right, { node }) =>
        (ys, xs, options) =>
          (right(ys, xs, options) as readonly unknown[]).map((g, i) => (node([xs].flat()[i]) === null ? g : null)),
    ),
  ],
  requires_grad_: [
    wrong(
      'off not heard',
      (right) => (t, options) => ((options as Options).requires_grad === false ? t : right(t, options)),
    ),
  ],
  retain_grad: [wrong('of a leaf marks nothing', () => () => undefined)],
};
