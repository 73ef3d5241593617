import type { Page } from '../../../pages/page.ts';

/** Where a page and the names of PyTorch's arguments differ, a line each. No names: PyTorch has no signature to be read. */
export function signatureFaults(page: Page, names: readonly string[]): readonly string[] {
  const { name, operands, options, omitted = {} } = page;
  const known = new Set([...operands.map((operand) => operand.name), ...Object.keys(options), ...Object.keys(omitted)]);
  const said = [...Object.keys(options), ...Object.keys(omitted)];
  const unsaid = names.filter((argument) => !known.has(argument));
  const invented = names.length === 0 ? [] : said.filter((option) => !names.includes(option));
  return [
    ...unsaid.map((argument) => `spec/ops/${name}.md: PyTorch takes ${argument}, the page neither has nor omits it`),
    ...invented.map((option) => `spec/ops/${name}.md: ${option} is no argument of ${page.torch}`),
  ];
}
