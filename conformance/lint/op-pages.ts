import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Fault, Report } from '../load/fault.ts';
import { packageFolder } from '../load/package.ts';
import { reportSchemaErrors, type Validate } from '../load/schema-faults.ts';
import type { SpecText } from '../load/spec.ts';
import { resolved, type WrittenPage } from '../pages/accuracy.ts';
import { accuracyClasses } from '../pages/accuracy-classes.gen.ts';
import type { OptionSchema, Page } from '../pages/page.ts';
import { checkAccuracy } from './accuracy.ts';
import { checkCall } from './call.ts';
import { checkExamples } from './examples.ts';
import type { Lint } from './lint.ts';
import { checkSaves } from './saves.ts';
import { checkShape } from './shape.ts';
import { checkSince } from './since.ts';
import { checkTraits } from './traits.ts';

const SCHEMAS = ['values', 'ops', 'fixture'];

const schemaOf = (name: string): object =>
  JSON.parse(readFileSync(join(packageFolder(), 'spec', 'schema', `${name}.schema.json`), 'utf8'));

interface Validators {
  readonly page: Validate;
  /** Of the values of an option. */
  readonly option: (schema: OptionSchema) => Validate;
}

/** Compiles the schemas of op pages, which takes a second. Ajv is loaded here only: a run does without it. */
const compile = async (): Promise<Validators> => {
  const { Ajv2020 } = await import('ajv/dist/2020.js');
  const schemas = SCHEMAS.map(schemaOf);
  const ajv = new Ajv2020({
    allErrors: true,
    verbose: true,
    allowUnionTypes: true,
    strictTypes: false,
    strictTuples: false,
    schemas,
  });
  const validatorOf = (schema: object): Validate => ajv.compile(schema) as unknown as Validate;
  return { page: validatorOf(schemaOf('op-page')), option: validatorOf };
};
let compiled: Promise<Validators> | undefined;

/** What the schema cannot say: names on a page that have to fit each other. */
const checkNames = (page: Page, name: string, report: Report): void => {
  const operands = page.operands.map((operand) => operand.name);
  const options = Object.keys(page.options);
  if (page.name !== name)
    report('/name', `expected ${JSON.stringify(name)}, the file's name, got ${JSON.stringify(page.name)}`);
  for (const operand of page.differentiable)
    if (!operands.includes(operand))
      report('/differentiable', `${operand} is no operand; expected one of ${operands.join(', ')}`);
  for (const [operand, { dtypes }] of Object.entries(page.domain))
    if (!operands.includes(operand))
      report('/domain', `${operand} is no operand; expected one of ${operands.join(', ')}`);
    else if (dtypes === 'floating' && page.dtype === 'floating')
      report(`/domain/${operand}/dtypes`, 'the rule for the dtype is floating, which says so already');
  for (const name of Object.keys(page.omitted ?? {}))
    if (options.includes(name) || operands.includes(name))
      report(`/omitted/${name}`, `${name} is an option or operand of the page, so it is not omitted`);
  for (const option of page.required ?? [])
    if (!options.includes(option)) report('/required', `${option} is no option; expected one of ${options.join(', ')}`);
  for (const [option, schema] of Object.entries(page.options))
    if ('alias' in schema && !options.includes(String(schema.alias)))
      report(`/options/${option}/alias`, `${String(schema.alias)} is no option; expected one of ${options.join(', ')}`);
  for (const [i, operand] of page.operands.entries())
    if (operand.variadic && i < operands.length - 1) report(`/operands/${i}`, 'a variadic operand stands last');
};

const checkProse = ({ name, text, clauses }: SpecText, report: Report): void => {
  const prose = text
    .replace(/^---\n[\s\S]*?\n---\n/, '')
    .trim()
    .split('\n');
  if (prose[0] !== `# ${name}`)
    report('', `expected the heading "# ${name}" below the front matter, got ${JSON.stringify(prose[0])}`);
  if (!prose.slice(1).some((line) => /^(?!\s|- |#|\$\$)./.test(line)))
    report('', 'expected one sentence that says what the op does');
  if (clauses.length === 0) report('', 'expected clauses: list items such as "- **C1** …"');
};

/** Every op's page keeps to `spec/schema/op-page.schema.json`, and has a heading, a sentence and clauses. */
export const opPages: Lint = {
  name: 'op-pages',
  run: async ({ spec }) => {
    compiled ??= compile();
    const validators = await compiled;
    const faults: Fault[] = [];
    for (const page of spec.filter(({ kind }) => kind === 'op')) {
      const report: Report = (path, message) => void faults.push({ file: page.file, path, message });
      const front: unknown = frontOf(page.text, report);
      if (front === undefined) continue;
      if (validators.page(front)) {
        checkAccuracy(front as WrittenPage, report);
        const full = resolved(front as WrittenPage, accuracyClasses)!;
        checkNames(full, page.name, report);
        for (const check of [checkCall, checkSaves, checkSince, checkShape, checkTraits]) check(full, report);
        checkExamples(full, validators.option, report);
      } else reportSchemaErrors(validators.page.errors ?? [], '', report);
      checkProse(page, report);
    }
    return faults;
  },
};

const frontOf = (text: string, report: Report): unknown => {
  const front = /^---\n([\s\S]*?)\n---\n/.exec(text);
  if (front === null) {
    report('', 'expected front matter between two lines of ---');
    return undefined;
  }
  try {
    return parse(front[1]!) as unknown;
  } catch (error) {
    report('', `front matter is no YAML: ${(error as Error).message.split('\n')[0]}`);
    return undefined;
  }
};
