/** Calls made of a call that is known to be right, as a kind of mutations asks for them. */
import type { Kind } from '../kinds/kind.ts';
import { larger, ofSize } from './larger.ts';
import type { Sample } from './samples.ts';
import { lying, ofRank, shared } from './shapes.ts';
import { ofDtype, small, smallOfDtype, special } from './values.ts';

/** How many samples are varied: those that take long, the fewer. */
const SOME = 12;
const FEW = 4;

const each = function* (
  samples: readonly Sample[],
  ...ways: readonly ((sample: Sample) => Iterable<Sample>)[]
): Iterable<Sample> {
  for (const vary of ways) for (const sample of samples) yield* vary(sample);
};

/** Calls that show a mutation of a kind, if any does; the right op may refuse one or the other. */
export function* variants(samples: readonly Sample[], kind: Kind): Iterable<Sample> {
  yield* samples;
  const [some, few] = [samples.slice(0, SOME), samples.slice(0, FEW)];
  switch (kind) {
    case 'size':
    case 'convolution':
      yield* each(few, ofSize, larger);
      for (const sample of few.slice(0, 2)) for (const one of ofRank(sample)) yield* larger(one, [18, 67]);
      break;
    case 'layout':
      yield* each(some, lying);
      for (const sample of few) for (const one of ofRank(sample)) yield* lying(one);
      break;
    case 'dtype':
      yield* each(some, ofDtype, ofRank, ofSize);
      break;
    case 'digits':
      yield* each(some, small, ofDtype);
      yield* each(few, smallOfDtype);
      break;
    case 'special':
      yield* each(some, special);
      break;
    default:
      yield* each(some, shared, ofRank, ofSize);
  }
}
