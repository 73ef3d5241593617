import type { Report } from '../load/fault.ts';
import type { Page } from '../pages/page.ts';

/** `saves` stands on every page with a gradient and on no other, and speaks of operands, results and options that there are. */
export const checkSaves = ({ saves, differentiable, operands, options, results }: Page, report: Report): void => {
  if (saves === undefined) {
    if (differentiable.length > 0) report('', 'missing "saves": what the backward pass reads, {} if nothing');
    return;
  }
  if (differentiable.length === 0) report('/saves', 'expected no saves on a page without a gradient');
  const known = (name: string, at: string, what: string, names: readonly string[]): void => {
    if (!names.includes(name)) report(at, `${name} is no ${what}; expected one of ${names.join(', ')}`);
  };
  const taken = operands.map(({ name }) => name);
  const values = [...taken, ...results.map(({ name }) => name)];
  for (const [name, when] of Object.entries(saves)) {
    known(name, `/saves/${name}`, 'operand and no result', values);
    if (when === 'values') continue;
    if ('for' in when) known(when.for, `/saves/${name}/for`, 'differentiable operand', differentiable);
    else if ('without' in when) known(when.without, `/saves/${name}/without`, 'option', Object.keys(options));
    else known(when.tensor, `/saves/${name}/tensor`, 'operand', taken);
  }
};
