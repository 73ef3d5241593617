import { boundFor } from '../compare/bound.ts';
import { compareData, compareDtype, compareShape, fillsShape, sameShape, shapeText } from '../compare/compare.ts';
import { identical, kept, unravel } from '../compare/elements.ts';
import type { Dtype, Expectation } from '../values/case.ts';
import { decodeAll, encode, observe } from '../values/element.ts';
import type { Observation } from '../values/observation.ts';
import { withinSubstitute } from '../values/substitute.ts';
import type { Difference, Mismatch } from '../values/verdict.ts';
import { accuracyOf } from './accuracy.ts';
import { judgeDigits } from './digits.ts';
import { distributionFault, endsOf, type Sample } from './distribution/index.ts';
import { type Context, type Finding, lacking, wrong } from './finding.ts';
import { hostText } from './host.ts';

type Tensor = Extract<Observation, { kind: 'tensor' }>;

/** A host number, bool or bigint as the 0-d tensor that it stands for. */
const zeroDim = (observation: Observation, dtype: Dtype): Tensor | undefined => {
  if (observation.kind !== 'host') return undefined;
  const { value } = observation;
  const number = typeof value === 'object' && value !== null && 'float' in value ? value.float : value;
  if (typeof number !== 'number' && typeof number !== 'bigint' && typeof number !== 'boolean') return undefined;
  return { kind: 'tensor', dtype, shape: [], data: [number], host: true };
};

const kindText = (observation: Observation): string => {
  if (observation.kind === 'host') return `the host value ${hostText(observation.value)}`;
  if (observation.kind === 'tensor') return `a tensor of ${observation.dtype} ${shapeText(observation.shape)}`;
  return observation.kind === 'null' ? 'nothing' : `a sequence of ${observation.each.length}`;
};

/** Something of another kind stands where `due` was expected. */
export const otherKind = (name: string, due: string, observation: Observation): Finding => {
  const got = kindText(observation);
  return wrong({ reason: 'wrong_value', name, message: `is ${got}, not ${due}`, expected: due, got });
};

const judgeRange = (name: string, expectation: Expectation, tensor: Tensor): Mismatch[] => {
  if (expectation.below === undefined && expectation.above === undefined) return [];
  const { below = Infinity, above = -Infinity } = expectation;
  const differences: Difference[] = [];
  let count = 0;
  for (let at = 0; at < tensor.data.length; at++) {
    const value = Number(tensor.data[at]);
    const low = value > above || expectation.above === undefined;
    if (low && (value < below || expectation.below === undefined) && !Number.isNaN(value)) continue;
    if (count++ >= kept) continue;
    const limit = low ? `< ${below}` : `> ${above}`;
    const index = unravel(at, tensor.shape);
    differences.push({
      index,
      expected: limit,
      got: encode(value, tensor.dtype),
      abs: null,
      rel: null,
      ulp: null,
      allowed: null,
    });
  }
  const limits = [
    expectation.above === undefined ? [] : `> ${above}`,
    expectation.below === undefined ? [] : `< ${below}`,
  ];
  const message = `${count} of ${tensor.data.length} elements are not ${limits.flat().join(' and ')}`;
  return count === 0
    ? []
    : [{ reason: 'wrong_value', name, message, differences, count: { wrong: count, of: tensor.data.length } }];
};

const judgeDistribution = (name: string, { distribution }: Expectation, sample: Sample): Mismatch[] => {
  const fault = distribution && distributionFault(sample, distribution);
  return fault === undefined ? [] : [{ reason: 'wrong_value', name, message: fault }];
};

/** An expectation that states its data. */
type Written = Expectation & { readonly data: NonNullable<Expectation['data']> };

/** Judges what an expectation says of a tensor: shape, dtype, elements, distribution and range. */
export const judgeTensor = (name: string, expectation: Expectation, seen: Observation, context: Context): Finding => {
  const dtype = expectation.dtype ?? context.cell().dtype ?? 'float32';
  const tensor = seen.kind === 'tensor' ? seen : zeroDim(seen, dtype);
  if (tensor === undefined) return otherKind(name, 'a tensor', seen);
  if (!fillsShape(tensor)) {
    const got = shapeText(tensor.shape);
    const message = `holds ${tensor.data.length} elements, which are not those of its shape ${got}`;
    return wrong({ reason: 'wrong_shape', name, message, expected: shapeText(expectation.shape ?? []), got });
  }
  const substitute = context.substituted[dtype];
  // Not read: what repeats is not made to be looked at.
  const expected = 'data' in expectation ? decodeAll(expectation as Written, dtype) : undefined;
  if (substitute !== undefined && expected !== undefined && !withinSubstitute(expected, substitute)) {
    return lacking(`${dtype} value beyond ${substitute}`);
  }
  const shape = expectation.shape ?? tensor.shape;
  const mismatches: Mismatch[] = [...compareShape(name, shape, tensor.shape)];
  if (!tensor.host && expectation.dtype !== undefined) {
    mismatches.push(...compareDtype(name, substitute ?? expectation.dtype, tensor.dtype));
  }
  if (expected !== undefined && sameShape(shape, tensor.shape)) {
    mismatches.push(...judgeDigits(name, dtype, tensor));
    if (!identical(expected, tensor.data)) {
      const { tolerance } = expectation;
      const accuracy = tolerance === undefined ? accuracyOf(context.cell(), dtype) : { stated: tolerance };
      const bound = boundFor(accuracy, dtype, context.tier);
      mismatches.push(...compareData(name, expected, tensor.data, shape, dtype, bound));
    }
  }
  const { below, above, distribution } = expectation;
  if (substitute !== undefined && distribution !== undefined && !withinSubstitute(endsOf(distribution), substitute)) {
    return lacking(`${dtype} value beyond ${substitute}`);
  }
  if (below !== undefined || above !== undefined || distribution !== undefined) {
    const values = Array.from(tensor.data, (value) => observe(value, dtype) ?? Number.NaN);
    mismatches.push(...judgeRange(name, expectation, { ...tensor, data: values }));
    mismatches.push(...judgeDistribution(name, expectation, { values, dtype, shape: tensor.shape }));
  }
  return tensor.host ? { ...wrong(...mismatches), conventions: ['zero-dim-as-number'] } : wrong(...mismatches);
};
