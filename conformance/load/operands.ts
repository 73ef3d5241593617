import type { Operand, Page } from '../pages/page.ts';
import { child, type Report, shown } from './fault.ts';
import type { Scope } from './scope.ts';

const isScalar = (value: unknown): boolean =>
  typeof value === 'number' ||
  typeof value === 'boolean' ||
  (typeof value === 'object' && value !== null && ('float' in value || 'int' in value));

const isName = (value: unknown): boolean => typeof value === 'string';

const isNameOrNames = (value: unknown): boolean => isName(value) || (Array.isArray(value) && value.every(isName));

const isNested = (value: unknown): boolean =>
  Array.isArray(value) ? value.every(isNested) : isScalar(value) || isName(value);

/** For each type of operand: whether a JSON value may stand there, and what to call it. */
const OPERANDS: Readonly<Record<Operand['type'], readonly [fits: (value: unknown) => boolean, what: string]>> = {
  tensor: [isName, 'the name of a tensor'],
  tensor_or_scalar: [(value) => isName(value) || isScalar(value), 'the name of a tensor, or a number'],
  tensor_or_tensors: [isNameOrNames, 'the name of a tensor, or a list of names'],
  tensors: [isNameOrNames, 'a list of names'],
  scalar: [(value) => isName(value) || isScalar(value), 'a number'],
  data: [isNested, 'numbers, or nested lists of them'],
  module: [isName, 'the name of a module'],
  optimizer: [isName, 'the name of an optimizer'],
  loader: [isName, 'the name of a loader'],
  dataset: [isName, 'the name of a dataset'],
  generator: [isName, 'the name of a generator'],
  sequence: [(value) => isName(value) || Array.isArray(value), 'a list, or the name of one'],
  any: [() => true, 'an operand'],
};

const named = (page: Page): string =>
  page.operands
    .map(({ name, optional, variadic }) => (variadic ? `${name}…` : optional ? `[${name}]` : name))
    .join(', ');

const checkCount = (page: Page, given: number, path: string, report: Report): void => {
  const least = page.operands.filter(({ optional, variadic }) => !optional && !variadic).length;
  const most = page.operands.some(({ variadic }) => variadic) ? Number.POSITIVE_INFINITY : page.operands.length;
  if (given >= least && given <= most) return;
  const count =
    most === 0
      ? 'no operands'
      : `${least === most ? least : `${given < least ? 'at least' : 'at most'} ${given < least ? least : most}`} operand${least === 1 && most === 1 ? '' : 's'} (${named(page)})`;
  report(path, `expected ${count}, got ${given}`);
};

/** Every text in an operand is a name or a path. */
const readNames = (value: unknown, scope: Scope, path: string, report: Report): void => {
  if (typeof value === 'string') scope.read(value, path, report);
  else if (Array.isArray(value)) value.forEach((item, i) => void readNames(item, scope, child(path, i), report));
};

/** Checks `in` against the operands of the op's page. `inplace`: the op writes to its first operand, so that is a tensor. */
export const checkOperands = (
  page: Page,
  inplace: boolean,
  operands: readonly unknown[],
  scope: Scope,
  path: string,
  report: Report,
): void => {
  checkCount(page, operands.length, path, report);
  for (const [i, value] of operands.entries()) {
    const last = page.operands.at(-1);
    const operand = page.operands[i] ?? (last?.variadic ? last : undefined);
    readNames(value, scope, child(path, i), report);
    if (operand === undefined || (operand.optional && value === null)) continue;
    const [fits, what] = OPERANDS[inplace && i === 0 ? 'tensor' : operand.type];
    if (!fits(value)) report(child(path, i), `expected ${what} (${operand.name}), got ${shown(value)}`);
  }
};
