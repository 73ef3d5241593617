import picocolors from 'picocolors';
import { expect, test } from 'vitest';
import { Progress } from './progress.ts';

test('progress counts failures, and is not drawn more often than an eye can follow', () => {
  const written: string[] = [];
  let now = 0;
  const progress = new Progress(
    (text) => written.push(text),
    100,
    picocolors.createColors(false),
    () => now,
  );
  for (let i = 0; i < 50; i++) progress.step({ id: `a/b/c${i}`, verdict: i % 10 === 0 ? 'fail' : 'pass' });
  expect(written).toHaveLength(1);
  now = 100;
  progress.step({ id: 'a/b/last', verdict: 'crash' });
  progress.end();
  expect(written[1]).toMatch(/51\/100 {2}6 failed {2}a\/b\/last$/);
  expect(written).toHaveLength(3);
});
