import type { Operand, Page, Result, ResultType } from '../pages/page.ts';
import { optionsType } from './option-type.ts';

const operandTypes: Readonly<Record<Operand['type'], string>> = {
  tensor: 'T',
  tensor_or_scalar: 'T | HostScalar',
  tensor_or_tensors: 'T | readonly T[]',
  tensors: 'readonly T[]',
  scalar: 'HostScalar',
  data: 'Nested<HostScalar>',
  module: 'never',
  optimizer: 'never',
  loader: 'never',
  dataset: 'never',
  generator: 'unknown',
  sequence: 'readonly T[]',
  // Sequences of the host are the evaluator's: what is left is a tensor.
  any: 'T',
};

const resultTypes: Readonly<Record<ResultType, string>> = {
  tensor: 'T',
  any: 'T',
  module: 'unknown',
  optimizer: 'unknown',
  loader: 'Batches<T>',
  dataset: 'Rows<T>',
  generator: 'unknown',
  sequence: 'readonly (T | null)[]',
  int: 'number | bigint',
  float: 'number',
  bool: 'boolean',
  ints: 'readonly (number | bigint)[]',
  size: 'readonly (number | bigint)[]',
  text: 'string',
  scalar: 'HostNumber',
  host: 'Host',
};

/** The function that an adapter gives for an op: `(input: T, options: { … }) => Later<T>`. */
export function signature(page: Page): string {
  return functionType(page, page.mutates === true ? inplaceResult : resultType(page.results));
}

/** The same for the op's in-place form. */
export function inplaceSignature(page: Page): string {
  const [self, ...rest] = page.operands;
  return functionType({ ...page, operands: [{ ...self!, type: 'tensor' }, ...rest] }, inplaceResult);
}

// A library whose tensors cannot be written to returns the replacement.
const inplaceResult = 'Later<T | void>';

function functionType(page: Page, result: string): string {
  const operands = page.operands.map((operand) => `${operand.name}: ${operandType(operand)}`);
  const options = optionsType(page);
  return `(${[...operands, ...(options === undefined ? [] : [`options: ${options}`])].join(', ')}) => ${result}`;
}

function operandType({ type, variadic, optional }: Operand): string {
  const one = operandTypes[type];
  if (variadic === true) return `readonly ${one.includes('|') ? `(${one})` : one}[]`;
  return optional === true && one !== 'unknown' ? `${one} | undefined` : one;
}

function resultType(results: readonly Result[]): string {
  const [first, ...rest] = results;
  if (first === undefined) return 'Later<void>';
  const one = resultTypes[first.type];
  if (rest.length === 0) return `Later<${one}>`;
  const entries = results.map(
    (result, i) => `${result.name}: ${resultTypes[result.type]}${i === 0 ? '' : ' | undefined'}`,
  );
  const all = `readonly [${entries.join(', ')}]`;
  return rest.some((result) => result.with !== undefined) ? `Later<${one} | ${all}>` : `Later<${all}>`;
}
