/** A finding as a fixture file: valid under the schema, replayed by `tconf run --fixtures`. */
import { layout } from '../../author/layout.ts';
import { stepAt } from '../../judge/raised.ts';
import { pageOf } from '../../pages/page-of.ts';
import type { Case, Expected } from '../../values/case.ts';
import type { Sides } from '../hold/compare.ts';
import { controlOf } from './control.ts';
import { withTolerances } from './tolerances.ts';

export interface Found {
  /** What the file and its case are called: kebab-case. */
  readonly name: string;
  /** The case with its id of this name, and what it needs to be replayed. */
  readonly case: Case;
  /** The fixture file. */
  readonly text: string;
}

export const kebab = (text: string): string =>
  text
    .replace(/_(?=\s|$)/g, '-in-place')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .toLowerCase();

const expectedJson = ({ names, error, either }: Expected): object => ({
  ...names,
  ...(error !== undefined && { error }),
  ...(either !== undefined && { either: either.map(expectedJson) }),
});

const json = ({ id, title, rules, inputs, ops, expected, control }: Case): object => ({
  id,
  title,
  rules,
  ...(Object.keys(inputs).length > 0 && { inputs }),
  ops,
  expected: expectedJson(expected),
  ...(control !== undefined && { control }),
});

/** PyTorch under its version; whatever else says it is for a person to check by the spec. */
const sourceOf = ({ against }: Sides): string => {
  const version = /^\d+\.\d+\.\d+/.exec(against.version ?? '')?.[0];
  return against.name === 'pytorch' && version !== undefined ? `pytorch-${version}` : 'spec';
};

const clauseOf = (op: string): string => {
  const name = op.replace('gradient of ', '');
  return `${pageOf(name)?.page.name ?? 'accuracy'}.C1`;
};

const raisingOp = ({ ops, expected }: Case): string | undefined =>
  expected.error === undefined ? undefined : stepAt(ops, [expected.error.op].flat())?.op;

/**
 * The fixture file of a case that fails. `op` is what is to blame; `title` says in a sentence what holds. An error case comes
 * with a control, on which the op succeeds.
 */
export const fixtureOf = async (
  one: Case,
  { name, title, op }: { readonly name: string; readonly title: string; readonly op: string },
  sides: Sides,
): Promise<Found> => {
  const rules = one.rules.length > 0 ? one.rules : [clauseOf(op)];
  const raising = raisingOp(one);
  const controlId = `${name}-control`;
  const drawn = raising === undefined ? undefined : await controlOf(raising, sides, controlId);
  const control = drawn && { ...drawn, title: { en: `${raising} succeeds on other operands` }, rules };
  const own: Case = {
    ...withTolerances(one),
    id: name,
    title: { en: title },
    rules,
    ...(raising !== undefined && { control: controlId }),
  };
  const cases = [json(own), ...(control === undefined ? [] : [json(control)])];
  const file = {
    $schema: '../../spec/schema/fixture.schema.json',
    title: op.includes('/') ? `Found by the law ${op}` : `Found by random programs: ${op}`,
    source: sourceOf(sides),
    cases,
  };
  return { name, case: own, text: layout(file) };
};
