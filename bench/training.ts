/** The loop of the note's block 114: linear regression, 3 epochs of 100 batches of 10, by SGD. */
import { torch } from '../reference/index.ts';
import { compare } from './measure.ts';
import { type Row, seconds } from './row.ts';
import { type Tfjs, tfjs } from './tfjs.ts';

const BATCHES = 300;
const data = Array.from({ length: BATCHES }, (_, k) => {
  const X = Float32Array.from({ length: 20 }, (_, i) => Math.sin(20 * k + i + 1));
  return { X, y: Float32Array.from({ length: 10 }, (_, i) => 2 * X[2 * i]! - 3.4 * X[2 * i + 1]! + 4.2) };
});

function reference(): () => number {
  const batches = data.map(
    ({ X, y }) => [torch.tensor(Array.from(X)).reshape([10, 2]), torch.tensor(Array.from(y)).reshape([10, 1])] as const,
  );
  return () => {
    const net = new torch.nn.Linear(2, 1);
    const loss = new torch.nn.MSELoss();
    const trainer = new torch.optim.SGD(net.parameters(), { lr: 0.03 });
    let last = loss.forward(net.forward(batches[0]![0]), batches[0]![1]);
    for (const [X, y] of batches) {
      last = loss.forward(net.forward(X), y);
      trainer.zero_grad();
      last.backward();
      trainer.step();
    }
    return last.item() as number;
  };
}

function theirs(tf: Tfjs): () => number {
  const batches = data.map(({ X, y }) => [tf.tensor(X, [10, 2]), tf.tensor(y, [10, 1])] as const);
  return () =>
    tf.tidy(() => {
      const w = tf.variable(tf.tensor(new Float32Array([0.01, -0.01]), [2, 1]));
      const b = tf.variable(tf.tensor(new Float32Array([0]), [1]));
      const trainer = tf.train.sgd(0.03);
      const loss = (X: (typeof batches)[number][0], y: (typeof batches)[number][1]) =>
        tf.mean(tf.square(tf.sub(tf.add(tf.matMul(X, w), b), y)));
      for (const [X, y] of batches) tf.tidy(() => void trainer.minimize(() => loss(X, y)));
      return loss(...batches[0]!).dataSync()[0]!;
    });
}

export async function training(): Promise<Row> {
  const t = await compare(reference(), theirs(await tfjs()), { seconds: 3 });
  return {
    what: 'training loop of block 114, 300 steps',
    ours: seconds(t.ours),
    theirs: seconds(t.theirs),
    figure: t.ratio,
    unit: 'ratio',
    limit: 1,
  };
}
