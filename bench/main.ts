/** `npm run bench`: a table, and the same figures as JSON in bench-results.json. */
import { writeFileSync } from 'node:fs';
import { programs } from './fuzz.ts';
import { harness } from './harness.ts';
import { fullRun, isolationPerCase, jobs, longSuite, workerStart } from './isolation.ts';
import { ops } from './ops.ts';
import { type Row, table } from './row.ts';
import { coldRun, help } from './startup.ts';
import { training } from './training.ts';

const parts: Record<string, () => Row[] | Row | Promise<Row[] | Row>> = {
  help,
  coldRun,
  harness,
  isolationPerCase,
  workerStart,
  longSuite,
  jobs,
  fullRun,
  training,
  ops,
  // Last: it runs every op in every dtype, after which no loop of the engine is compiled for one of them alone.
  programs,
};

const rows: Row[] = [];
for (const [name, measure] of Object.entries(parts)) {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[Kmeasuring ${name} …`);
  rows.push(...[await measure()].flat());
}
if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
console.log(table(rows));
writeFileSync('bench-results.json', `${JSON.stringify({ node: process.version, rows }, null, 2)}\n`);
