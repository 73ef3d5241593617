import { constraintOf } from '../pages/options.ts';
import type { OptionSchema, Page } from '../pages/page.ts';
import { child, type Report } from './fault.ts';
import { suggestion } from './nearest.ts';
import { reportSchemaErrors } from './schema-faults.ts';
import { optionValidators } from './validators.gen.ts';

/** The schema of an option's values, where `alias` is followed. */
const schemaOf = (page: Page, name: string): OptionSchema | undefined => {
  const schema = page.options[name];
  return typeof schema?.alias === 'string' ? page.options[schema.alias] : schema;
};

const unknownOption = (page: Page, name: string): string => {
  const place = page.operands.findIndex((operand) => operand.name === name);
  if (place >= 0) return `${JSON.stringify(name)} is an operand of ${page.name}: it belongs in "in", at place ${place}`;
  const known = Object.keys(page.options);
  const list = known.length > 0 ? `expected one of ${known.join(', ')}` : `${page.name} has no options`;
  return `unknown option ${JSON.stringify(name)} of ${page.name}; ${list}${suggestion(name, known)}`;
};

/** Checks `with` against the options of the op's page. */
export const checkOptions = (
  page: Page,
  options: Readonly<Record<string, unknown>>,
  path: string,
  report: Report,
): void => {
  for (const [name, value] of Object.entries(options)) {
    const schema = schemaOf(page, name);
    if (schema === undefined) {
      report(child(path, name), unknownOption(page, name));
      continue;
    }
    const validate = optionValidators[JSON.stringify(constraintOf(schema))]!;
    if (!validate(value)) reportSchemaErrors(validate.errors ?? [], child(path, name), report);
  }
  for (const name of page.required ?? []) {
    const spellings = [name, ...Object.keys(page.options).filter((other) => page.options[other]!.alias === name)];
    if (!spellings.some((spelling) => spelling in options))
      report(path, `missing the option ${JSON.stringify(name)} of ${page.name}`);
  }
};
