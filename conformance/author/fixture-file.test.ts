import { describe, expect, test } from 'vitest';
import type { Outcome } from '../values/observation.ts';
import type { Oracle } from './author.ts';
import { authorFile, NotADraft } from './fixture-file.ts';

const one: Outcome = { status: 'result', values: { y: { kind: 'tensor', dtype: 'int64', shape: [], data: [1n] } } };
const oracle: Oracle = { own: async () => one, wide: async () => one, precise: async () => one };
const draft = (expected: unknown) =>
  JSON.stringify({ title: 'T', cases: [{ id: 'a', ops: [{ op: 'neg', in: ['x'], out: 'y' }], expected }] });

describe('authorFile', () => {
  test('fills each case and keeps everything else of the file', async () => {
    const done = await authorFile(draft({ y: '?' }), oracle);
    const file = JSON.parse(done.text);
    expect(file.title).toBe('T');
    expect(file.cases[0].expected).toEqual({ y: { dtype: 'int64', shape: [], data: 1 } });
    expect(done).toMatchObject({ cases: 1, filled: 1, remarks: [], faults: [] });
  });

  test('leaves a draft that PyTorch does not answer as it was, and names it', async () => {
    const done = await authorFile(draft({ error: '?' }), oracle);
    expect(JSON.parse(done.text).cases[0].expected).toEqual({ error: '?' });
    expect(done.faults).toEqual(['a: PyTorch does not raise']);
  });

  test('lets what is nobody’s answer through', async () => {
    const broken: Oracle = {
      ...oracle,
      own: async () => {
        throw new RangeError('broken');
      },
    };
    await expect(authorFile(draft({ y: '?' }), broken)).rejects.toThrow(RangeError);
  });

  test.each(['{', '[]', '{"cases": [{"id": 3}]}', 'null'])('refuses %s as a draft', async (text) => {
    await expect(authorFile(text, oracle)).rejects.toThrow(NotADraft);
  });
});
