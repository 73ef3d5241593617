/** Single ops, the reference beside tfjs on its own CPU backend, each in its library's own layout and API. */
import { torch } from '../reference/index.ts';
import { compare } from './measure.ts';
import { type Row, seconds } from './row.ts';
import { type Tfjs, tfjs } from './tfjs.ts';

const N = 1_000_000;

/** A deterministic filling without an equal pair or a zero nearby: what is timed does not depend on it. */
const values = (n: number): Float32Array => Float32Array.from({ length: n }, (_, i) => Math.sin(i + 1));

/** Each pair builds its operands once and returns the two timed calls. */
const pairs: Record<string, (tf: Tfjs) => [ours: () => unknown, theirs: () => unknown]> = {
  'add of 1e6': (tf) => binary(tf, [N], [N]),
  'broadcast add 1000×1000 + 1000': (tf) => binary(tf, [1000, 1000], [1000]),
  'matmul 256×256': (tf) => {
    const [a, b] = [operand(tf, [256, 256]), operand(tf, [256, 256])];
    return [() => torch.matmul(a.ours, b.ours), () => tf.matMul(a.theirs, b.theirs).dataSync()];
  },
  'sum over axis 0 of 1000×1000': (tf) => sum(tf, 0),
  'sum over axis 1 of 1000×1000': (tf) => sum(tf, 1),
  'softmax 1000×100': (tf) => {
    const x = operand(tf, [1000, 100]);
    return [() => torch.softmax(x.ours, 1), () => tf.softmax(x.theirs).dataSync()];
  },
  'conv2d (8,3,32,32)*(16,3,3,3)': (tf) => {
    const [x, w] = [operand(tf, [8, 3, 32, 32]), operand(tf, [16, 3, 3, 3])];
    const [nhwc, hwio] = [tf.transpose(x.theirs, [0, 2, 3, 1]), tf.transpose(w.theirs, [2, 3, 1, 0])];
    return [
      () => torch.nn.functional.conv2d(x.ours, w.ours),
      () => tf.conv2d(nhwc as never, hwio as never, 1, 'valid').dataSync(),
    ];
  },
};

function operand(tf: Tfjs, shape: number[]) {
  const data = values(shape.reduce((p, n) => p * n, 1));
  return { ours: torch.tensor(Array.from(data)).reshape(shape), theirs: tf.tensor(data, shape) };
}

function binary(tf: Tfjs, left: number[], right: number[]): [() => unknown, () => unknown] {
  const [a, b] = [operand(tf, left), operand(tf, right)];
  return [() => torch.add(a.ours, b.ours), () => tf.add(a.theirs, b.theirs).dataSync()];
}

function sum(tf: Tfjs, dim: number): [() => unknown, () => unknown] {
  const x = operand(tf, [1000, 1000]);
  return [() => torch.sum(x.ours, { dim }), () => tf.sum(x.theirs, dim).dataSync()];
}

export async function ops(): Promise<Row[]> {
  const tf = await tfjs();
  const rows: Row[] = [];
  for (const [what, build] of Object.entries(pairs)) {
    const [ours, theirs] = build(tf);
    const t = await compare(ours, () => tf.tidy(() => void theirs()));
    rows.push({ what, ours: seconds(t.ours), theirs: seconds(t.theirs), figure: t.ratio, unit: 'ratio', limit: 1 });
  }
  return rows;
}
