import type { Case, Step } from '../values/case.ts';
import { checkExpected, type ExpectedJson } from './expected.ts';
import { child, type Fault, type Report } from './fault.ts';
import type { FixtureCase, FixtureFile, FixtureTensor } from './fixture.gen.ts';
import { jsonFault } from './json.ts';
import { pathSegments } from './op-names.ts';
import { readCase } from './read-case.ts';
import { reportSchemaErrors } from './schema-faults.ts';
import { Scope } from './scope.ts';
import { checkSteps } from './steps.ts';
import { checkTensor } from './tensor.ts';
import { validateFixture } from './validators.gen.ts';

/** Whether some outcome that is expected is an error. */
const raises = (expected: ExpectedJson): boolean =>
  expected.error !== undefined || (expected.either ?? []).some(raises);

/** What the schema cannot say of a case: data against shapes, names, and the pages of its ops. */
const checkCase = (json: FixtureCase, path: string, report: Report): void => {
  const scope = new Scope(pathSegments);
  const ops = json.ops as readonly Step[];
  const expected = json.expected as ExpectedJson;
  for (const [name, tensor] of Object.entries(json.inputs ?? {})) {
    scope.bind(name, 'the inputs', false, child(path, 'inputs'), report);
    checkTensor(tensor as FixtureTensor & { requires_grad: boolean }, child(child(path, 'inputs'), name), report);
  }
  checkSteps(ops, scope, false, child(path, 'ops'), report);
  checkExpected(expected, ops, scope, child(path, 'expected'), report);
  for (const field of ['conventions', 'earlier'] as const)
    for (const [i, other] of (json[field] ?? []).entries())
      checkExpected(other.expected as ExpectedJson, ops, scope, `${child(path, field)}/${i}/expected`, report);
  const ever = [expected, ...(json.earlier ?? []).map((before) => before.expected as ExpectedJson)];
  if (ever.some(raises) && json.control === undefined)
    report(path, 'missing "control": a case that expects an error names one of the same op that succeeds');
};

/** The index of the case that a JSON pointer lies in, −1 outside cases. */
const caseAt = (path: string): number => Number(/^\/cases\/(\d+)/.exec(path)?.[1] ?? -1);

/** Where a fault keeps the rest of its case from being checked. */
const UNREADABLE = /^\/cases\/\d+\/(inputs|ops|expected|conventions|earlier)/;

const checkIds = (cases: readonly Partial<FixtureCase>[], report: Report): void => {
  const first = new Map<unknown, number>();
  for (const [i, { id }] of cases.entries()) {
    const before = first.get(id);
    if (before === undefined || id === undefined) first.set(id, i);
    else report(`/cases/${i}/id`, `the id ${JSON.stringify(id)} is taken by /cases/${before}; expected a new id`);
  }
};

/** The cases of a file of which it is known that nothing is wrong in it; otherwise as `readFixture`. */
export const readSound = (text: string, topic: string, file: string): readonly Case[] => {
  const { cases, source } = JSON.parse(text) as FixtureFile;
  return cases.map((one) => readCase(one, topic, source, file));
};

/**
 * Reads one fixture file: its cases, and everything that is wrong in it. A case with a fault is not among the cases.
 * `topic` is `<group>/<topic>`, the first part of every id in the file; `file` is how messages call it.
 */
export const readFixture = (
  text: string,
  topic: string,
  file: string,
): { readonly cases: readonly Case[]; readonly faults: readonly Fault[] } => {
  const faults: Fault[] = [];
  const report: Report = (path, message) => void faults.push({ file, path, message });
  const broken = jsonFault(text);
  if (broken !== undefined) {
    report(`${broken.line}:${broken.column}`, `no JSON: ${broken.message}`);
    return { cases: [], faults };
  }
  const json = JSON.parse(text) as FixtureFile;
  if (!validateFixture(json)) reportSchemaErrors(validateFixture.errors ?? [], '', report);
  if (faults.some(({ path }) => caseAt(path) < 0)) return { cases: [], faults };
  const unreadable = new Set(faults.filter(({ path }) => UNREADABLE.test(path)).map(({ path }) => caseAt(path)));
  for (const [i, one] of json.cases.entries())
    if (!unreadable.has(i) && Array.isArray(one.ops) && one.expected) checkCase(one, `/cases/${i}`, report);
  checkIds(json.cases, report);
  const faulty = new Set(faults.map(({ path }) => caseAt(path)));
  const sound = json.cases.filter((_, i) => !faulty.has(i));
  return { cases: sound.map((one) => readCase(one, topic, json.source, file)), faults };
};
