/** What the pages say of their ops beyond shapes and dtypes: `traits` of `spec/README.md`. */
import type { OpStep } from '../values/case.ts';
import type { Page, Trait } from './page.ts';
import { pageOf } from './page-of.ts';
import { pages } from './pages.gen.ts';

export const hasTrait = ({ traits = [] }: Pick<Page, 'traits'>, trait: Trait): boolean => traits.includes(trait);

/** The ops that have a trait, in the order of the pages. */
export const opsWith = (trait: Trait): readonly string[] =>
  Object.values(pages)
    .filter((page) => hasTrait(page, trait))
    .map(({ name }) => name);

const makerOf = (name: unknown, steps: readonly OpStep[]): OpStep | undefined =>
  steps.find(({ out }) => typeof name === 'string' && [out].flat().includes(name));

/** The pages of what a step of a program computes: its own; where it calls a module, those of the ops that the module amounts to. */
export const computes = (step: OpStep, steps: readonly OpStep[]): readonly Page[] => {
  const page = pageOf(step.op)?.page;
  if (page === undefined) return [];
  if (page.functional !== undefined) return [pageOf(page.functional)!.page];
  const modules = step.op === 'call' ? (step.in ?? []).slice(0, 1) : step.op === 'nn.Sequential' ? (step.in ?? []) : [];
  const made = modules.map((name) => makerOf(name, steps)).filter((maker) => maker !== undefined);
  return [page, ...made.flatMap((maker) => computes(maker, steps))];
};
