import { expect, test } from 'vitest';
import { Clock } from './clock.ts';

const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

test('a clock rings once, when its time is over', async () => {
  let rings = 0;
  const began = performance.now();
  const clock = new Clock(60, () => rings++);
  clock.start();
  while (rings === 0) await wait(5);
  expect(performance.now() - began).toBeGreaterThanOrEqual(60);
  await wait(100);
  expect(rings).toBe(1);
});

test('a clock that is started again and again does not ring', async () => {
  let rings = 0;
  const clock = new Clock(500, () => rings++);
  const began = performance.now();
  while (performance.now() - began < 700) {
    clock.start();
    await wait(5);
  }
  clock.stop();
  expect(rings).toBe(0);
});

test('a clock that was stopped does not ring', async () => {
  let rings = 0;
  const clock = new Clock(20, () => rings++);
  clock.start();
  clock.stop();
  await wait(60);
  expect(rings).toBe(0);
});

test('a clock does not ring because this process was busy while the answer lay there', async () => {
  let rings = 0;
  const clock = new Clock(30, () => rings++);
  clock.start();
  // The answer is read in the turn of the event loop in which the timer is due.
  setTimeout(() => setImmediate(() => clock.stop()), 25);
  const began = performance.now();
  while (performance.now() - began < 80);
  await wait(60);
  expect(rings).toBe(0);
});

test('a clock without limit never rings', async () => {
  let rings = 0;
  const clock = new Clock(Number.POSITIVE_INFINITY, () => rings++);
  clock.start();
  await wait(20);
  clock.stop();
  expect(rings).toBe(0);
});
