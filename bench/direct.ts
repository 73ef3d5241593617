/** The cases as a person would write them, on the reference itself: what the harness is measured against. */
import { transformSync } from 'esbuild';
import { typescriptOf } from '../conformance/show/index.ts';
import type { Case } from '../conformance/values/case.ts';
import * as reference from '../reference/index.ts';

/** A case's own TypeScript program as a function, without its prints. It raises where the case raises. */
export function direct(one: Case): () => void {
  const lines = typescriptOf(one).split('\n');
  const program = lines.filter((line) => !line.startsWith('import ') && !line.trimStart().startsWith('console.log'));
  const { code } = transformSync(program.join('\n'), { loader: 'ts' });
  const names = Object.keys(reference);
  const body = new Function(...names, `'use strict';\n${code}`);
  const values = Object.values(reference);
  return () => body(...values);
}
