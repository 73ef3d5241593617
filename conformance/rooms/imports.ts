import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

/** A file that imports another one of this repository, as its text says it. */
export interface Import {
  readonly from: string;
  readonly specifier: string;
  readonly to: string;
  /** `import type` or `export type`: it is gone at run time. */
  readonly type: boolean;
}

/** Texts of sources, by their path from the root of the repository. */
export type Sources = ReadonlyMap<string, string>;

/** Every TypeScript source of these folders. */
export function sourcesIn(root: string, folders: readonly string[]): Sources {
  const found = new Map<string, string>();
  for (const folder of folders) {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      if (entry.name === 'node_modules') continue;
      const path = posix.join(folder, entry.name);
      if (entry.isDirectory()) for (const [file, text] of sourcesIn(root, [path])) found.set(file, text);
      else if (path.endsWith('.ts')) found.set(path, readFileSync(join(root, path), 'utf8'));
    }
  }
  return found;
}

// As Biome lays them out: each begins a line, and its names may take several.
const STATEMENT = /^(?:import|export)\b( type\b)?(?:[^'";=(]*?\bfrom)? ?'(\.{1,2}\/[^']+)'/gm;
const EXPRESSION = /\bimport\('(\.{1,2}\/[^']+)'\)/g;

/** What the sources import of `files`. What is none of them, say an example within a text, is passed over. */
export function importsOf(
  sources: Sources,
  files: { readonly has: (path: string) => boolean } = sources,
): readonly Import[] {
  return [...sources].flatMap(([from, text]) => {
    const one = (specifier: string, type: boolean): Import => ({
      from,
      specifier,
      to: posix.join(posix.dirname(from), specifier),
      type,
    });
    const statements = Array.from(text.matchAll(STATEMENT), ([, type, path]) => one(path!, type !== undefined));
    const expressions = Array.from(text.matchAll(EXPRESSION), ([, path]) => one(path!, false));
    return [...statements, ...expressions].filter(({ to }) => files.has(to));
  });
}
