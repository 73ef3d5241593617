import { readFileSync } from 'node:fs';
import { callOf } from '../pages/call.ts';
import type { Page } from '../pages/page.ts';
import type { Entry } from '../pages/page-of.ts';
import { roleOf } from '../pages/role.ts';

const byHand = new URL('../adapters/reference/by-hand.ts', import.meta.url);

/** The ops that have an entry of their own in `by-hand.ts`, by the names of its record. */
export const opsByHand = (text: string = readFileSync(byHand, 'utf8')): ReadonlySet<string> =>
  new Set([...text.matchAll(/^ {2}'?([\w.]+)'?: \(/gm)].map(([, name]) => name!));

const quoted = (name: string): string => (/^\w+$/.test(name) ? name : `'${name}'`);

/** What the reference is given for a positional option: it may come under its other name. */
const placed = (name: string, { options }: Page): string => {
  const alias = Object.keys(options).find((other) => options[other]!.alias === name);
  return alias === undefined ? `o.${name}` : `o.${name} ?? o.${alias}!`;
};

/** The options that have no position, as they came. A generator passes the evaluator as `unknown`. */
const rest = (page: Page, positional: readonly string[]): readonly string[] => {
  const others = Object.keys(page.options).filter(
    (name) => !positional.includes(name) && !('alias' in page.options[name]!),
  );
  return others.length === 0 ? [] : [others.includes('generator') ? 'o as Generated' : 'o'];
};

/** The reference has the op where PyTorch has it: `x.name`, `x.name(…)`, `torch.name(…)` or `F.name(…)`. */
const calleeOf = (name: string, { page, inplace }: Entry, [self]: readonly string[]): string => {
  const { as } = callOf({ page, inplace });
  if (as === 'attribute' || as === 'method') return `${self}.${name}`;
  return page.torch.replace(/^torch\.nn\.functional\./, 'F.');
};

/** `add: (input, other, o) => torch.add(input, other, o),`: the op's plain call with what the case gives, operands, positional options and others. */
const entryText = (name: string, entry: Entry): string => {
  const { as, between, positional } = callOf(entry);
  const operands = entry.page.operands.map((operand) => operand.name);
  const callee = calleeOf(name, entry, operands);
  if (as === 'attribute') return `${quoted(name)}: (${operands[0]}) => ${callee},`;
  const [first = '', ...others] = operands;
  const args = [
    ...(as === 'method' || operands.length === 0 ? [] : [first]),
    ...between.map((option) => placed(option, entry.page)),
    ...others,
    ...positional.map((option) => placed(option, entry.page)),
    ...rest(entry.page, [...between, ...positional]),
  ];
  const parameters = [...operands, ...(Object.keys(entry.page.options).length > 0 ? ['o'] : [])];
  return `${quoted(name)}: (${parameters.join(', ')}) => ${callee}(${args.join(', ')}),`;
};

/** The text of `conformance/adapters/reference/ops.gen.ts`: every op but those by hand, as the reference's plain call. */
export function referenceOpsText(pages: readonly Page[], without: ReadonlySet<string>): string {
  const entries = pages
    .filter((page) => roleOf(page) === 'op')
    .flatMap((page): readonly [string, Entry][] => [
      [page.name, { page, inplace: false }],
      ...(page.inplace === undefined ? [] : [[page.inplace, { page, inplace: true }] as [string, Entry]]),
    ])
    .filter(([name]) => !without.has(name));
  return `// Generated from spec/ops/*.md by \`npm run generate\`: what does not stand in by-hand.ts.
import { type Tensor, torch } from '../../../reference/index.ts';
import { functional as F } from '../../../reference/nn/index.ts';
import type { Ops } from '../../adapter/ops.gen.ts';

type Generated = { readonly generator?: InstanceType<typeof torch.Generator> };

/** The reference's functions under the names of the pages. Options go through as they are: it names them as PyTorch does. */
export const plain: Ops<Tensor> = {
${entries.map(([name, entry]) => `  ${entryText(name, entry)}`).join('\n')}
};
`;
}
