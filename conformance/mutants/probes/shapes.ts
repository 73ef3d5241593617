/** Calls of another rank, of tensors that lie otherwise, of one tensor twice. */
import type { Layout } from '../calls/memory.ts';
import { withElements, withParts } from './part.ts';
import type { Part, Sample } from './samples.ts';

/** With axes in front, in all tensors or in one. */
export function* ofRank(sample: Sample): Iterable<Sample> {
  const stacked = (part: Part, n: number, size: number): Part => {
    const { shape, data } = part.elements;
    const front = Array.from({ length: n }, (_, i) => (i === n - 1 ? size : 1));
    return withElements(part, [...front, ...shape], Array.from({ length: size }, () => data).flat());
  };
  for (const n of [1, 2, 3, 4]) {
    for (const size of [1, 2]) {
      yield withParts(sample, (part) => stacked(part, n, size));
      for (let i = 0; i < sample.parts.size; i++)
        yield withParts(sample, (part, j) => (i === j ? stacked(part, n, size) : part));
    }
  }
  for (let i = 0; i < sample.parts.size; i++)
    yield withParts(sample, (part, j) => (i === j ? withElements(part, [], part.elements.data.slice(0, 1)) : part));
}

const LAYOUTS: readonly Layout[] = ['offset', 'by steps', 'transposed', 'expanded'];

export function* lying(sample: Sample): Iterable<Sample> {
  for (const layout of LAYOUTS) {
    for (let i = 0; i < sample.parts.size; i++)
      yield withParts(sample, (part, j) => (i === j ? { ...part, lying: layout } : part));
    yield withParts(sample, (part) => ({ ...part, lying: layout }));
  }
}

/** One tensor in the place of two. */
export function* shared({ args, parts }: Sample): Iterable<Sample> {
  const [first, second] = parts.keys();
  if (second === undefined) return;
  const by = (value: unknown): unknown => (value === second ? first : Array.isArray(value) ? value.map(by) : value);
  yield { args: args.map(by), parts: new Map([...parts].filter(([marker]) => marker !== second)) };
}
