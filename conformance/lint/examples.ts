import type { Report } from '../load/fault.ts';
import { reportSchemaErrors, type Validate } from '../load/schema-faults.ts';
import type { OptionSchema, Page } from '../pages/page.ts';

/** The examples of an option are values that it takes. */
export const checkExamples = (
  { options }: Page,
  validatorOf: (schema: OptionSchema) => Validate,
  report: Report,
): void => {
  for (const [name, schema] of Object.entries(options)) {
    const { examples = [] } = schema as { readonly examples?: readonly unknown[] };
    if (examples.length === 0) continue;
    const validate = validatorOf(schema);
    for (const [i, example] of examples.entries())
      if (!validate(example)) reportSchemaErrors(validate.errors ?? [], `/options/${name}/examples/${i}`, report);
  }
};
