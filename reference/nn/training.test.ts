import { expect, test } from 'vitest';
import { torch } from '../torch/torch.ts';

const { nn, optim } = torch;
const { DataLoader, next, TensorDataset } = torch.utils.data;

// What PyTorch 1.13.1 gives for the same program with the same seed.
test('linear regression, written as one writes it in PyTorch, takes the course that it takes there', () => {
  torch.manual_seed(0);
  const true_w = torch.tensor([2, -3.4]);
  const features = torch.normal(0, 1, [1000, 2]);
  const y = features.matmul(true_w).add(4.2);
  y.add_(torch.normal(0, 0.01, y.shape));
  const labels = y.reshape([-1, 1]);
  const data_iter = new DataLoader(new TensorDataset(features, labels), { batch_size: 10, shuffle: true });
  next(data_iter);

  const net = new nn.Sequential(new nn.Linear(2, 1));
  net[0]!.weight.data.normal_(0, 0.01);
  net[0]!.bias!.data.fill_(0);
  const loss = new nn.MSELoss();
  const trainer = new optim.SGD(net.parameters(), { lr: 0.03 });
  const epochs: number[] = [];
  for (let epoch = 0; epoch < 3; epoch++) {
    for (const [X, y] of data_iter) {
      const l = loss(net(X!), y!);
      trainer.zero_grad();
      l.backward();
      trainer.step();
    }
    epochs.push(Number(loss(net(features), labels).item()));
  }
  const expected = [0.00024064935860224068, 9.391430648975074e-5, 9.290999878430739e-5];
  epochs.forEach((value, i) => {
    expect(Math.abs(value / expected[i]! - 1)).toBeLessThan(1e-3);
  });
  expect(net.at(0).bias!.item()).toBeCloseTo(4.199119, 5);
  expect(net.at(0).weight.grad!.getitem(0, 1).item()).toBeCloseTo(-0.0121278865, 5);
});

test('a convolution net goes forward and backward through its layers', () => {
  const net = new nn.Sequential(
    new nn.Conv2d(1, 2, [2, 1], { bias: false }),
    new nn.ReLU(),
    new nn.PReLU(),
    new nn.Sigmoid(),
  );
  net.load_state_dict({ '0.weight': torch.tensor([[[[1], [-1]]], [[[2], [0.5]]]]), '2.weight': torch.tensor([0.25]) });
  const x = torch.tensor([[[[1], [3], [-1]]]], { dtype: 'float32', requires_grad: true });
  const out = net.forward(x);
  expect(out.shape).toEqual([1, 2, 2, 1]);
  out.sum().backward();
  const slope = (s: number): number => Math.exp(-s) / (1 + Math.exp(-s)) ** 2; // of the sigmoid
  // Channel 0 sees 1 − 3 < 0, cut off, and 3 + 1; channel 1 sees 2 + 1.5 and 6 − 0.5.
  const [a, b, c] = [slope(4), slope(3.5), slope(5.5)];
  const expected = [2 * b, a + 0.5 * b + 2 * c, -a + 0.5 * c];
  (x.grad!.reshape([-1]).tolist() as number[]).forEach((g, i) => {
    expect(g).toBeCloseTo(expected[i]!, 5);
  });
  expect(net.at(0).bias).toBeNull();
});
