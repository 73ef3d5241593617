import { readdirSync } from 'node:fs';
import { BrokenSuite } from '../load/fault.ts';
import { callOf } from '../pages/call.ts';
import type { Page } from '../pages/page.ts';

const folder = new URL('../../reference/ops/', import.meta.url);

/** The files below `reference/ops/`: `arithmetic/add.ts`. */
export const opFiles = (): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'));

/** The lists of the reference: the exports of a generated file each. */
export type List = 'functions' | 'functions-and-methods' | 'methods' | 'functional' | 'linalg';

const abouts: Readonly<Record<List, string>> = {
  functions: 'Ops that are torch.* functions only: the first of their operands is no tensor.',
  'functions-and-methods': 'Ops that are torch.* functions and Tensor methods: f(input, …) is input.f(…).',
  methods: 'Ops that are Tensor methods only: f(self, …) is self.f(…).',
  functional: 'torch.nn.functional.',
  linalg: 'torch.linalg.',
};

/** Where PyTorch has an op: as its full name says, and as a method too where a tensor comes first. Activations are functions in both namespaces. */
const listsOf = (page: Page): readonly List[] => {
  if (page.torch.startsWith('torch.Tensor.')) return ['methods'];
  if (page.torch.startsWith('torch.nn.functional.')) return ['functional'];
  if (page.torch.startsWith('torch.linalg.')) return ['linalg'];
  const onTensor = page.operands[0]?.type === 'tensor' || callOf({ page, inplace: false }).as === 'operator';
  const own: List = onTensor ? 'functions-and-methods' : 'functions';
  return page.feature === 'activations' ? [own, 'functional'] : [own];
};

/** In-place forms are methods; PyTorch has those of one tensor as functions too, torch.exp_(x). */
const listOfInplace = ({ operands }: Page): List => (operands.length === 1 ? 'functions-and-methods' : 'methods');

/** The names of a page that stand in a list. */
const namesIn = (list: List, page: Page): readonly string[] => [
  ...(listsOf(page).includes(list) ? [ownName(page)] : []),
  ...(page.inplace !== undefined && listOfInplace(page) === list ? [page.inplace] : []),
];

/** What the function is called where it stands: `inv` of the page `linalg.inv`. */
const ownName = ({ name }: Page): string => name.replace(/^linalg\./, '');

/** The op's file, `arithmetic/add.ts`; undefined where the reference has it as a property or a method of a class. */
const fileOf = (page: Page, files: readonly string[]): string | undefined => {
  const file = `${page.feature}/${ownName(page)}.ts`;
  // torch.norm and torch.linalg.norm are two ops.
  const rivals = files.filter((path) => path.startsWith('linalg/') === page.name.startsWith('linalg.'));
  const other = rivals.find((path) => path.endsWith(`/${ownName(page)}.ts`) && path !== file);
  if (other !== undefined) {
    const message = `expected at reference/ops/${file}, under the feature of its page`;
    throw new BrokenSuite([{ file: `reference/ops/${other}`, path: '', message }]);
  }
  return files.includes(file) ? file : undefined;
};

/** The text of `reference/…/<list>.gen.ts`: one line for each file of an op. */
export function listText(list: List, pages: readonly Page[], files: readonly string[]): string {
  const lines = pages.flatMap((page) => {
    const file = fileOf(page, files);
    const names = namesIn(list, page);
    return file === undefined || names.length === 0 ? [] : [`export { ${names.join(', ')} } from '../ops/${file}';`];
  });
  return `// Generated from spec/ops/*.md and the files of reference/ops by \`npm run generate\`.
/** ${abouts[list]} */
${lines.join('\n')}
`;
}
