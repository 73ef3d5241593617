import { observed } from '../judge/index.ts';
import { pageOf } from '../pages/page-of.ts';
import type { Case, OpStep, Step } from '../values/case.ts';
import { bodyOf, callsIn } from '../values/steps.ts';

/** A way in which a case uses an op: at all, with an option, or with a gradient through it. */
export interface Use {
  /** The op, or a chapter that many cases depend on as on an op. */
  readonly op: string;
  /** The op, and how it is used: one text for each way. */
  readonly way: string;
}

/** Whether a case has to do with gradients: something in it is recorded, whether or not it is derived. */
const records = (c: Case, calls: readonly OpStep[]): boolean =>
  Object.values(c.inputs).some((input) => input.requires_grad) ||
  calls.some(({ op, with: options = {} }) => gradients.has(op) || 'requires_grad' in options);
const gradients: ReadonlySet<string> = new Set(['backward', 'autograd.grad', 'requires_grad_']);

const hasNoGrad = (steps: readonly Step[]): boolean =>
  steps.some((step) => 'no_grad' in step || hasNoGrad(bodyOf(step)));

/** The chapters that a case depends on: how tensors print, which dtype comes of several, and what is not recorded. */
const chaptersOf = (c: Case): string[] => [
  ...(observed(c).some(({ prints }) => prints) ? ['printing'] : []),
  ...(new Set(Object.values(c.inputs).map(({ dtype }) => dtype)).size > 1 ? ['dtypes'] : []),
  ...(hasNoGrad(c.ops) ? ['autograd'] : []),
];

/**
 * What a case depends on: each op by the name of its page, once for every way in which it is used. A module depends on the
 * op that its call amounts to as well.
 */
export const usesOf = (c: Case): readonly Use[] => {
  const calls = callsIn(c.ops);
  const recorded = records(c, calls);
  const uses = new Map<string, Use>();
  for (const call of calls) {
    const page = pageOf(call.op)?.page;
    for (const op of [page?.name ?? call.op, page?.functional]) {
      if (op === undefined) continue;
      const ways = [op, ...Object.keys(call.with ?? {}).map((option) => `${op} ${option}`), recorded ? `${op}'` : op];
      for (const way of ways) uses.set(way, { op, way });
    }
  }
  return [...uses.values(), ...chaptersOf(c).map((op) => ({ op, way: op }))];
};

/**
 * What a case is about: the op whose fixture file it stands in, else the page (of an op, or a chapter) whose clause it cites
 * first, else its topic.
 */
export const aboutOf = ({ id, rules }: Case): string => {
  const [group, topic = id] = id.split('/');
  const named = group === 'ops' ? pageOf(topic)?.page.name : undefined;
  return named ?? rules[0]?.replace(/\.[^.]*$/, '') ?? topic;
};
