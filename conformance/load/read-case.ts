import type { Case, Convention, Earlier, Step } from '../values/case.ts';
import { withData } from '../values/repeats.ts';
import { type ExpectedJson, mapped, readExpected } from './expected.ts';
import type { FixtureCase } from './fixture.gen.ts';

const fullId = (id: string, topic: string): string => (id.includes('/') ? id : `${topic}/${id}`);

/** Drops the keys whose value is undefined: absent is absent. */
const present = <T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;

/** The case that a part of a fixture file says, once it keeps to the schema. `topic` is `<group>/<topic>`. */
export const readCase = (json: FixtureCase, topic: string, source: string, file: string): Case => ({
  ...present({ note: json.note, erratum: json.erratum }),
  ...(json.control === undefined ? {} : { control: fullId(json.control, topic) }),
  id: fullId(json.id, topic),
  title: json.title as Case['title'],
  rules: json.rules,
  source,
  inputs: mapped((json.inputs ?? {}) as Case['inputs'], withData),
  ops: json.ops as readonly Step[],
  expected: readExpected(json.expected as ExpectedJson),
  conventions: (json.conventions ?? []).map(
    ({ id, expected }): Convention => ({ id, expected: readExpected(expected as ExpectedJson) }),
  ),
  earlier: (json.earlier ?? []).map(
    ({ until, expected }): Earlier => ({ until, expected: readExpected(expected as ExpectedJson) }),
  ),
  file,
});
