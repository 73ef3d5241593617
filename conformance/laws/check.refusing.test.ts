import { expect, test } from 'vitest';
import { wrongOps } from '../faults/laws/fault.ts';
import { inProcess } from '../run/in-process.ts';
import { check } from './check.ts';
import { laws } from './index.ts';

const options = { seed: 20260101, runs: 200 };
const conversion = laws.find(({ id }) => id === 'shape/conversion-of-view-is-of-copy')!;
const refusing = (refuses: (dtype: string) => boolean) =>
  inProcess(
    wrongOps(['to'], (right, { dtype }) => (t, o) => {
      const out = right(t, o);
      if (refuses(dtype(t))) throw new Error('no such kernel');
      return out;
    })(),
  );

test('a law of views says nothing of what is refused of any tensor', async () => {
  expect(await check(conversion, await refusing((dtype) => dtype === 'int16'), options)).toMatchObject({
    status: 'holds',
  });
});

test('and does not apply where everything is refused', async () => {
  expect(await check(conversion, await refusing(() => true), { ...options, runs: 10 })).toMatchObject({
    status: 'not-applicable',
  });
});
