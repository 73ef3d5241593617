import { readFileSync } from 'node:fs';
import { compile } from 'json-schema-to-typescript';

const folder = new URL('../../spec/schema/', import.meta.url);
const read = (name: string): Record<string, unknown> => JSON.parse(readFileSync(new URL(name, folder), 'utf8'));

/** A schema whose conditions choose between forms, as the union of those forms: types have no conditions. */
const asUnion = (node: unknown): unknown => {
  if (Array.isArray(node)) return node.map(asUnion);
  if (typeof node !== 'object' || node === null) return node;
  const { if: condition, then, else: otherwise, type, pattern, ...rest } = node as Record<string, unknown>;
  const kept = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, localRef(key, asUnion(value))]));
  if (condition === undefined) return { ...kept, ...(type === undefined ? {} : { type }) };
  return { ...kept, anyOf: [asUnion(then), asUnion(otherwise)] };
};

/** All definitions stand in one schema here; the table of ops is typed elsewhere (`adapter/ops.gen.ts`). */
const localRef = (key: string, value: unknown): unknown =>
  key === '$ref' ? String(value).replace(/^values\.schema\.json/, '') : value;

/** The text of `conformance/load/fixture.gen.ts`: the type of a fixture file. */
export async function fixtureTypesText(): Promise<string> {
  const fixture = read('fixture.schema.json');
  const definitions = {
    ...(read('values.schema.json').$defs as object),
    ...(fixture.$defs as Record<string, Record<string, unknown>>),
  } as Record<string, Record<string, unknown>>;
  const { $ref: _, ...op } = definitions.op!;
  const { propertyNames: __, ...expected } = definitions.expected!;
  // One of data and repeats, which the loader turns into data.
  const { allOf: ___, ...tensor } = definitions.tensor!;
  const merged = asUnion({ ...fixture, $defs: { ...definitions, op, expected, tensor } });
  const { $id, $schema, ...schema } = merged as Record<string, unknown>;
  const text = await compile(schema, 'FixtureFile', {
    bannerComment: '// Generated from spec/schema/fixture.schema.json by `npm run generate`.',
    additionalProperties: false,
    ignoreMinAndMaxItems: true,
    style: { printWidth: 120, singleQuote: true },
  });
  return documented(text);
}

/** A property whose schema is a definition gets the comment of the definition's type: an editor shows none for it otherwise. */
const documented = (text: string): string => {
  const comments = new Map(
    [...text.matchAll(/\/\*\*\n((?: \*.*\n)*?) \*\/\nexport (?:type|interface) (\w+)/g)].map(([, comment, name]) => [
      name,
      comment!,
    ]),
  );
  return text.replace(/(?<!\*\/\n)^( +)(\w+\??: (\w+);)$/gm, (line, indent: string, property: string, type: string) => {
    const comment = comments.get(type);
    return comment === undefined
      ? line
      : `${indent}/**\n${comment.replace(/^/gm, indent).trimEnd()}\n${indent} */\n${indent}${property}`;
  });
};
