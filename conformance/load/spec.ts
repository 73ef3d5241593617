import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Clause, clausesOf } from './clauses.ts';
import { packageFolder } from './package.ts';
import { shortPath } from './suite.ts';

/** A page of `spec/ops` or a chapter of `spec/chapters`, as text with its clauses. */
export interface SpecText {
  /** The op, or the chapter. */
  readonly name: string;
  readonly kind: 'op' | 'chapter';
  /** As messages call it. */
  readonly file: string;
  readonly text: string;
  readonly clauses: readonly Clause[];
}

const readKind = (kind: SpecText['kind'], folder: string): SpecText[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.md'))
    .sort()
    .map((file) => {
      const text = readFileSync(join(folder, file), 'utf8');
      const name = basename(file, '.md');
      return { name, kind, file: shortPath(join(folder, file)), text, clauses: clausesOf(name, text) };
    });

/** Every page and every chapter of the spec. */
export const readSpec = (folder: string = join(packageFolder(), 'spec')): readonly SpecText[] => [
  ...readKind('op', join(folder, 'ops')),
  ...readKind('chapter', join(folder, 'chapters')),
];

/** The texts of all clauses by id. */
export const clauseTexts = (spec: readonly SpecText[]): ReadonlyMap<string, string> =>
  new Map(spec.flatMap(({ clauses }) => clauses.map(({ id, text }) => [id, text] as const)));
