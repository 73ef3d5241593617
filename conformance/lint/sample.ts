/** The bad files of `bad/`, and what a lint says of them. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { clausesOf } from '../load/clauses.ts';
import { faultLine } from '../load/fault.ts';
import { readFixture } from '../load/fixture.ts';
import type { SpecText } from '../load/spec.ts';
import type { Case } from '../values/case.ts';
import type { Lint, Linted } from './lint.ts';

export const bad: URL = new URL('./bad/', import.meta.url);
export const text = (file: string): string => readFileSync(new URL(file, bad), 'utf8');
export const read = (file: string, group = 'ops'): ReturnType<typeof readFixture> =>
  readFixture(text(file), `${group}/${basename(file, '.json')}`, file);
export const cases = (file: string, group?: string): readonly Case[] => read(file, group).cases;
export const page = (name: string): SpecText => {
  const file = `pages/${name}.md`;
  return { name, kind: 'op', file, text: text(file), clauses: clausesOf(name, text(file)) };
};
export const lines = async (lint: Lint, linted: Partial<Linted>): Promise<readonly string[]> =>
  (await lint.run({ cases: [], spec: [], ...linted })).map(faultLine);
