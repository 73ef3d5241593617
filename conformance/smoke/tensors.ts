import type { Dtype } from '../values/case.ts';
import type { AdapterProbe } from './adapter-probe.ts';
import type { Check } from './check.ts';
import { as, samples } from './dtypes.ts';
import { Broken, lookAtEach, NotChecked } from './ending.ts';
import { listed, same } from './read-faults.ts';

/** Makes a tensor, reads it back, and expects the same. */
const back = async (
  probe: AdapterProbe,
  dtype: Dtype,
  shape: readonly number[],
  data: readonly (number | bigint | boolean)[],
): Promise<string[]> => {
  const seen = await probe.read(probe.tensor(dtype, shape, [...data]));
  if (seen.dtype !== dtype)
    throw new Broken(
      `a tensor made as ${dtype} reads back as ${seen.dtype}`,
      `pass dtype on in tensor; if the library has no ${dtype}, take it out of dtypes or let another stand in`,
    );
  if (seen.shape.join() !== shape.join())
    throw new Broken(
      `a tensor made with the shape [${shape.join(', ')}] reads back as [${seen.shape.join(', ')}]`,
      'pass shape on in tensor, and give the shape of the tensor in read',
    );
  if (!same(seen.data, data, dtype))
    throw new Broken(
      `a ${dtype} tensor made of ${listed(data)} reads back as ${listed(seen.data)}`,
      dtype === 'int64'
        ? "keep the bigints, whose digits a number loses; or declare int64: 'int32' if the library has 32 bits only"
        : 'give the elements as they are, flat and row-major, in tensor and in read',
    );
  return [];
};

export const roundTrip: Check = {
  name: 'tensors of every declared dtype come back as they were made',
  look: async (probe) => {
    if (probe.dtypes.length === 0) throw new NotChecked('the adapter declares no dtype');
    return lookAtEach(probe.dtypes, ({ made }) => back(probe, made, [4], samples[made]));
  },
};

export const shapes: Check = {
  name: 'shapes come back: 2-d, 3-d, 0-d and without elements',
  look: async (probe) => {
    const dtype = probe.plain;
    return lookAtEach([[2, 3], [2, 1, 3], [], [0], [2, 0, 3]], (shape) => {
      const size = shape.reduce((product, length) => product * length, 1);
      const numbers = Array.from({ length: size }, (_, i) => i + 1);
      return back(probe, dtype, shape, as(dtype, numbers));
    });
  },
};

/** A buffer of the kind that the elements of a dtype lie in, or undefined for bool and what JavaScript has none of. */
const bufferOf = (dtype: Dtype, values: readonly (number | bigint | boolean)[]) => {
  if (dtype === 'float32') return Float32Array.from(values as number[]);
  if (dtype === 'float64') return Float64Array.from(values as number[]);
  return dtype === 'int32' ? Int32Array.from(values as number[]) : undefined;
};

export const copies: Check = {
  name: 'tensor copies the data that it is given',
  look: async (probe) => {
    const dtype = probe.plain;
    const values = as(dtype, [1, 2, 3]);
    for (const given of [[...values], bufferOf(dtype, values)]) {
      if (given === undefined) continue;
      const t = probe.tensor(dtype, [3], given);
      given[0] = as(dtype, [8])[0] as never;
      const { data } = await probe.read(t);
      if (!same(data, values, dtype))
        throw new Broken(
          `a tensor changed when the ${Array.isArray(given) ? 'array' : 'typed array'} did that it was made from`,
          'copy in tensor: lib.tensor(data.slice(), …) or Array.from(data)',
        );
    }
  },
};

export const rereading: Check = {
  name: 'a tensor can be read twice, and what was read stays',
  look: async (probe) => {
    const dtype = probe.plain;
    const values = as(dtype, [1, 2, 3]);
    const t = probe.tensor(dtype, [3], [...values]);
    const first = await probe.read(t);
    const second = await probe.read(t, ', called a second time,');
    if (!same(second.data, values, dtype))
      throw new Broken(
        `a second read gave ${listed(second.data)}, where the first gave ${listed(values)}`,
        'read must not consume the tensor: read a copy of it, or hold a reference',
      );
    probe.adapter.dispose?.(t);
    await probe.read(probe.tensor(dtype, [3], as(dtype, [8, 8, 8])));
    if (!same(first.data, values, dtype))
      throw new Broken(
        `what read gave has changed to ${listed(first.data)} since`,
        "copy the library's memory in read: data.slice()",
      );
  },
};
