import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { packageFolder } from '../load/package.ts';
import { readText } from '../load/text.ts';
import { type Results, totalsOf } from '../reporters/index.ts';

/** A file that holds no results of a run. The message is one line that begins with the file. */
export class NoResults extends Error {
  constructor(file: string, message: string, cause?: unknown) {
    super(`${file}: ${message}`, cause === undefined ? {} : { cause });
    this.name = 'NoResults';
  }
}

let compiled: ValidateFunction | undefined;

const schema = (): ValidateFunction => {
  const file = join(packageFolder(), 'spec', 'schema', 'report.schema.json');
  compiled ??= new Ajv2020({ allowUnionTypes: true }).compile(JSON.parse(readFileSync(file, 'utf8')));
  return compiled;
};

const read = (file: string): unknown => {
  let text: string;
  try {
    text = readText(file);
  } catch (error) {
    throw new NoResults(file, `cannot be read: ${(error as Error).message.split('\n')[0]}`, error);
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new NoResults(file, 'is no JSON; expected the results.json of a run', error);
  }
};

/** Reads a results.json, and holds it to its schema and to itself. Throws `NoResults`. */
export const readResults = (file: string): Results => {
  const data = read(file);
  const valid = schema();
  if (!valid(data)) {
    const { instancePath, message } = valid.errors![0]!;
    const place = instancePath === '' ? '' : `${instancePath} `;
    throw new NoResults(file, `is no results.json of this version: ${place}${message}`);
  }
  const results = data as unknown as Results;
  const { suite, totals, cases } = results;
  const counted = Object.entries(totalsOf(cases));
  if (suite.cases !== cases.length || counted.some(([name, n]) => totals[name as keyof typeof totals] !== n))
    throw new NoResults(file, 'its totals are not those of its cases: it was changed, or cut off');
  if (new Set(cases.map(({ id }) => id)).size !== cases.length) throw new NoResults(file, 'holds a case twice');
  return results;
};
