import { expect, test } from 'vitest';
import { tconf } from './sample.ts';

test('the bundled suite has no faults, and a part of a path chooses of it', async () => {
  const { exit, out, err } = await tconf('lint', 'ops/neg.json');
  expect([exit, out, err]).toEqual([0, '', expect.stringMatching(/^no faults \(\d+ cases, \d+ clauses\)\n$/)]);
});
