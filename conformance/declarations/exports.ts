/** What a declaration file exports, followed through the files that it exports from. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type ParseResult, parse } from '@babel/parser';

type Statement = ParseResult['program']['body'][number];

/** A part of a file, as far as it is looked at here. */
export interface Part {
  readonly type: string;
  readonly leadingComments?: readonly { readonly value: string }[] | null | undefined;
}
/** Of an interface or a class. */
export interface Member extends Part {
  readonly key?: { readonly name?: string; readonly value?: unknown };
  readonly accessibility?: string | null;
  readonly kind?: string;
}
/** What goes by one name: a function with overloads has several statements, a class its members and those of its bases. */
export interface Declared {
  readonly statements: readonly Part[];
  readonly members: readonly Member[];
  readonly bases: readonly Declared[];
}
type Exports = ReadonlyMap<string, Declared>;

/** By name; what is exported as a namespace as `namespace.name`. */
export function exportsOf(file: string): Exports {
  const body = statementsOf(file);
  const found = new Map<string, Declared>();
  const from = (source: string): Exports => exportsOf(resolved(file, source));
  for (const statement of body) {
    if (statement.type === 'ExportAllDeclaration')
      for (const [name, one] of from(statement.source.value)) found.set(name, one);
    if (statement.type !== 'ExportNamedDeclaration') continue;
    for (const name of declaredBy(statement)) found.set(name, lookUp(file, body, name)!);
    for (const specifier of statement.specifiers) {
      const { name } = specifier.exported as { readonly name: string };
      const source = statement.source?.value;
      if (specifier.type === 'ExportNamespaceSpecifier')
        for (const [inner, one] of from(source!)) found.set(`${name}.${inner}`, one);
      else if (specifier.type === 'ExportSpecifier') {
        const { name: local } = specifier.local;
        found.set(name, (source === undefined ? lookUp(file, body, local) : from(source).get(local))!);
      }
    }
  }
  return found;
}

const statementsOf = (file: string): readonly Statement[] =>
  parse(readFileSync(file, 'utf8'), { sourceType: 'module', plugins: [['typescript', { dts: true }]] }).program.body;

/** A declaration file imports from `./x.ts` what stands in `./x.d.ts`. */
const resolved = (file: string, source: string): string => join(dirname(file), source.replace(/\.ts$/, '.d.ts'));

/** What a name means in a file: what it declares, or imports from another one; undefined if it comes from elsewhere. */
function lookUp(file: string, body: readonly Statement[], name: string): Declared | undefined {
  const statements = body.filter((statement) => declaredBy(statement).includes(name));
  const declarations = statements.map(declarationOf);
  if (statements.length > 0)
    return {
      statements,
      members: declarations.flatMap(membersOf),
      bases: declarations.flatMap(basesOf).flatMap((base) => lookUp(file, body, base) ?? []),
    };
  for (const statement of body) {
    if (statement.type !== 'ImportDeclaration' || !statement.source.value.startsWith('.')) continue;
    for (const specifier of statement.specifiers)
      if (specifier.type === 'ImportSpecifier' && specifier.local.name === name)
        return exportsOf(resolved(file, statement.source.value)).get((specifier.imported as { name: string }).name);
  }
  return undefined;
}

const declarationOf = (statement: Statement): Statement =>
  statement.type === 'ExportNamedDeclaration' ? (statement.declaration ?? statement) : statement;

/** The names that a statement declares. */
const declaredBy = (statement: Statement): readonly string[] => {
  const declaration = declarationOf(statement);
  if (declaration.type === 'VariableDeclaration')
    return declaration.declarations.flatMap(({ id }) => (id.type === 'Identifier' ? [id.name] : []));
  return 'id' in declaration && declaration.id?.type === 'Identifier' ? [declaration.id.name] : [];
};

/** The members of an interface, of a class, or of an object's type under a name. */
const membersOf = (declaration: Statement): readonly Member[] => {
  if (declaration.type === 'TSInterfaceDeclaration' || declaration.type === 'ClassDeclaration')
    return declaration.body.body as readonly Member[];
  if (declaration.type !== 'TSTypeAliasDeclaration') return [];
  const { typeAnnotation } = declaration;
  return typeAnnotation.type === 'TSTypeLiteral' ? (typeAnnotation.members as readonly Member[]) : [];
};

/** The names of the class or the interfaces that one extends. */
const basesOf = (declaration: Statement): readonly string[] => {
  if (declaration.type === 'ClassDeclaration')
    return declaration.superClass?.type === 'Identifier' ? [declaration.superClass.name] : [];
  if (declaration.type !== 'TSInterfaceDeclaration') return [];
  return (declaration.extends ?? []).flatMap((one) => {
    const { expression } = one as unknown as { readonly expression: { readonly type: string; readonly name: string } };
    return expression.type === 'Identifier' ? [expression.name] : [];
  });
};
