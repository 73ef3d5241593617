import { expect, test } from 'vitest';
import { isEngineError } from './engine-error.ts';

const thrown = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    return (error as Error).message;
  }
  throw new TypeError('did not throw');
};
const nothing = undefined as unknown as { shape: number[]; run: () => void };
const plain = {} as { run: () => void; shape: number[] } & (new () => object);
const forever = (): number => forever() + 1;

test.each([
  thrown(() => nothing.shape),
  thrown(() => {
    nothing.shape = [];
  }),
  thrown(() => plain.run()),
  thrown(() => new plain()),
  thrown(() => [...(plain as unknown as number[])]),
  thrown(() => {
    const { shape } = nothing;
    return shape;
  }),
  thrown(() => (1n as unknown as number) + 1),
  thrown(() => BigInt(1.5)),
  thrown(() => BigInt('x')),
  thrown(() => Math.abs(1n as unknown as number)),
  thrown(() => new Array(-1)),
  thrown(() => new Float32Array(-1)),
  thrown(() => new Float32Array(1).set([1, 2])),
  thrown(() => [].reduce((a) => a)),
  thrown(() => Object.keys(nothing)),
  thrown(() => (Object.freeze([1]) as number[]).fill(2)),
  thrown(forever),
  "TypeError: Cannot read properties of null (reading 'dtype')",
  'x is undefined',
  "undefined is not an object (evaluating 'a.shape')",
  'tf is not defined',
  "'NoneType' object has no attribute 'shape'",
  'unreachable',
])('%s', (message) => {
  expect(isEngineError(message)).toBe(true);
});

test.each([
  'The size of tensor a (3) must match the size of tensor b (4) at non-singleton dimension 1',
  'index 4 is out of bounds for dimension 0 with size 4',
  'Error in matMul: inner shapes (3) and (2) of Tensors must match',
  'axis must be an integer, got undefined',
  'the gradient is not defined for integer tensors',
  'shape is not a multiple of 4',
  'Invalid array shape',
  'expected scalar type Float but found Double',
  'a function is expected',
])('%s is a library speaking', (message) => {
  expect(isEngineError(message)).toBe(false);
});
