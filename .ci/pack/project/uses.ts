/** Everything that the package exports, used with its types. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { evaluate, inProcess, loadSuite, runCases, select } from 'tensor-conformance';
import { torch } from 'tensor-conformance/reference';
import type { ConformanceOptions } from 'tensor-conformance/vitest';
import adapter from './adapter.js';

const x = torch.arange(4, { dtype: 'float32', requires_grad: true });
torch.dot(x, x).backward();
if (String(x.grad) !== 'tensor([0., 2., 4., 6.])') throw new Error(`the reference gives ${String(x.grad)}`);

const suite = loadSuite();
const cases = select(suite.cases, ['ops/neg']);
const verdicts = await runCases(cases, suite.cases, await inProcess(adapter));
if (verdicts.length === 0 || !verdicts.some(({ verdict }) => verdict === 'pass')) throw new Error('neg does not pass');
if (typeof evaluate !== 'function') throw new Error('no evaluate');

const resolve = createRequire(import.meta.url).resolve;
const json = (path: string): object => JSON.parse(readFileSync(resolve(path), 'utf8')) as object;
if (!('cases' in json('tensor-conformance/fixtures/ops/neg.json'))) throw new Error('no fixtures');
if (!('properties' in json('tensor-conformance/schema/config.schema.json'))) throw new Error('no schemas');

export const options: ConformanceOptions = { only: ['ops/neg'], tolerance: 'strict' };
