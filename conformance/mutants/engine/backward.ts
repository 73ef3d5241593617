/** What goes wrong in a backward pass, whatever op it goes through. */
import { narrowed } from '../calls/again.ts';
import { summed } from '../calls/bend.ts';
import type { Call, Mutation, Tools } from '../mutation.ts';
import { accumulated, type BackwardOptions, type WalkFaults, walker } from './walk.ts';

const kind = 'engine';

/** A `backward` that walks itself. What is refused, the right one refuses. */
export const walking =
  (faults: WalkFaults) =>
  (right: Call, tools: Tools, noted: () => void): Call => {
    const walk = walker(tools, faults);
    return (t, gradient, options) => {
      const edge = tools.edge(t);
      const shape = tools.shape(t);
      const alone = gradient === undefined && shape.some((n) => n !== 1);
      const misfits = gradient !== undefined && tools.shape(gradient).join() !== shape.join();
      if (edge === null || alone || misfits) return right(t, gradient, options);
      const given = (options ?? {}) as BackwardOptions;
      const seed = gradient ?? tools.ops.ones_like!(tools.detach(t), {});
      const cast = tools.dtype(seed) === tools.dtype(t) ? seed : tools.ops.to!(seed, { dtype: tools.dtype(t) });
      noted();
      const run = () => walk(edge, cast, given);
      return given.create_graph === true ? run() : tools.withoutGraph(run);
    };
  };

const rank = (t: unknown, { shape }: Tools): number => shape(t).length;

const FAULTS: Readonly<Record<string, WalkFaults>> = {
  'gradients that meet added in place': {
    meet: (sum, next, _, { ops }) => {
      ops.add_!(sum, next, {});
      return sum;
    },
  },
  'the second of two gradients that meet lost': { meet: (sum) => sum },
  'the first of two gradients that meet lost': { meet: (_, next) => next },
  'the third gradient that meets others lost': {
    meet: (sum, next, count, { ops }) => (count > 1 ? sum : ops.add!(sum, next, {})),
  },
  'gradients that meet averaged': { meet: (sum, next, _, { ops }) => ops.mul!(ops.add!(sum, next, {}), 0.5, {}) },
  'gradients of rank 3 that meet: the last one': {
    meet: (sum, next, _, tools) => (rank(next, tools) > 2 ? next : tools.ops.add!(sum, next, {})),
  },
  'a node walked before all of its gradients have arrived': {
    order: (nodes, root) => {
      const found: (typeof nodes)[number][] = [];
      const pending: unknown[] = [root];
      for (let edge = pending.shift(); edge !== undefined; edge = pending.shift()) {
        const node = nodes.find((one) => one === edge);
        if (node === undefined || found.includes(node)) continue;
        found.push(node);
        pending.push(...node.edges);
      }
      return found;
    },
  },
  '.grad replaced': { accumulate: (_, next, { tools: { ops } }) => ops.clone!(next, {}) },
  '.grad of rank 3 replaced': {
    accumulate: (before, next, how) => (rank(next, how.tools) > 2 ? next : accumulated(before, next, how)),
  },
  '.grad replaced with create_graph': {
    accumulate: (before, next, how) => (how.create ? next : accumulated(before, next, how)),
  },
  '.grad kept from the first time': {
    accumulate: (before, next, { tools: { ops } }) => before ?? ops.clone!(next, {}),
  },
  '.grad shared with the graph': {
    accumulate: (before, next, how) => (before === null ? next : accumulated(before, next, how)),
  },
  '.grad another tensor after each pass': {
    accumulate: (before, next, { tools: { ops } }) =>
      before === null ? ops.clone!(next, {}) : ops.add!(before, next, {}),
  },
  '.grad outside the graph with create_graph': {
    accumulate: (before, next, how) => accumulated(before, how.tools.detach(next), { ...how, create: false }),
  },
  'an existing .grad outside the graph with create_graph': {
    accumulate: (before, next, how) =>
      before === null
        ? accumulated(before, next, how)
        : how.tools.ops.add!(how.tools.detach(before), how.tools.detach(next), {}),
  },
  'only leaves keep their gradient': { retains: () => false },
  'retain_grad forgotten after the first pass': { retains: (times) => times === 0 },
  'what was saved let go with create_graph': { keeps: ({ retain_graph = false }) => retain_graph },
  'what was saved let go with retain_graph': { keeps: ({ create_graph = false }) => create_graph },
  'leaves have their gradients at the end': { late: true },
  'what arrived before an error left for the next pass': { leaves: true },
  'the first of the gradients that are to be summed where an operand was stretched': {
    sum: (g, node, i, tools) => summed(g, node, i, tools, (t, axis) => narrowed(tools, t, axis, 1)),
  },
  'the mean of the gradients that are to be summed where an operand was stretched': {
    sum: (g, node, i, tools) =>
      summed(g, node, i, tools, (t, axis) => tools.ops.mean!(t, { dim: [axis], keepdim: true })),
  },
  'gradients summed over leading axes alone': {
    sum: (g, node, i, tools) =>
      summed(g, node, i, tools, (t, axis, lead) =>
        axis < lead ? tools.ops.sum!(t, { dim: [axis], keepdim: true }) : narrowed(tools, t, axis, 1),
      ),
  },
  'a gradient in float64 through float32': {
    sum: (g, node, i, tools) => {
      const sum = summed(g, node, i, tools);
      const { ops, dtype } = tools;
      return dtype(sum) === 'float64' ? ops.to!(ops.to!(sum, { dtype: 'float32' }), { dtype: 'float64' }) : sum;
    },
  },
};

/** Wrong from one pass to the next. */
const passes = (name: string, wrong: (right: Call, nth: number, args: readonly unknown[]) => unknown): Mutation => ({
  kind,
  name,
  suits: () => true,
  apply: (right, _tools, noted) => {
    let nth = 0;
    return (...args) => {
      noted();
      return wrong(right, nth++, args);
    };
  },
});

const calls: readonly Mutation[] = [
  passes('nothing in the second pass', (right, nth, args) => (nth === 1 ? undefined : right(...args))),
];

export const backwards: readonly Mutation[] = [
  ...Object.entries(FAULTS).map(
    ([name, faults]): Mutation => ({
      kind,
      name,
      suits: () => true,
      apply: walking(faults),
    }),
  ),
  ...calls,
];
