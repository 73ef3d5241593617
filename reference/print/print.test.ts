import { describe, expect, test } from 'vitest';
import { float } from '../numbers/scalar.ts';
import { torch } from '../torch/torch.ts';

const text = (...lines: string[]): string => lines.join('\n');

describe('print', () => {
  test('aligns integers, signs included', () => {
    expect(
      `${torch.tensor([
        [1, -20],
        [300, 4],
      ])}`,
    ).toBe(text('tensor([[  1, -20],', '        [300,   4]])'));
  });

  test('gives integral floats a bare point, and one fraction gives all of them four digits', () => {
    expect(`${torch.tensor([float(1), float(20)])}`).toBe('tensor([ 1., 20.])');
    expect(`${torch.tensor([1.5, float(20)])}`).toBe('tensor([ 1.5000, 20.0000])');
  });

  test.each([
    [[float(1), float(1000)], 'tensor([   1., 1000.])'],
    [[float(1), float(1001)], 'tensor([1.0000e+00, 1.0010e+03])'],
    [[0.5, float(500)], 'tensor([  0.5000, 500.0000])'],
    [[0.00001], 'tensor([1.0000e-05])'],
    [[float(1e8)], 'tensor([100000000.])'],
  ])('chooses the notation by the largest and the smallest: %#', (data, expected) => {
    expect(`${torch.tensor(data)}`).toBe(expected);
  });

  test('lets nan and infinities have no say in width and notation', () => {
    expect(`${torch.tensor([float(1), Number.NaN, -Infinity])}`).toBe('tensor([1., nan, -inf])');
  });

  test('breaks lines at 80 columns', () => {
    expect(`${torch.arange(20)}`).toBe(
      text('tensor([ 0,  1,  2,  3,  4,  5,  6,  7,  8,  9, 10, 11, 12, 13, 14, 15, 16, 17,', '        18, 19])'),
    );
  });

  test('separates blocks of three axes by an empty line', () => {
    expect(`${torch.arange(4).reshape([2, 1, 2])}`).toBe(text('tensor([[[0, 1]],', '', '        [[2, 3]]])'));
  });

  test('shows 1000 elements, and the ends of more', () => {
    expect(`${torch.zeros([1000])}`).not.toContain('...');
    expect(`${torch.arange(1001)}`).toBe('tensor([   0,    1,    2,  ...,  998,  999, 1000])');
    expect(`${torch.arange(1400).reshape([700, 2])}`).toBe(
      text(
        'tensor([[   0,    1],',
        '        [   2,    3],',
        '        [   4,    5],',
        '        ...,',
        '        [1394, 1395],',
        '        [1396, 1397],',
        '        [1398, 1399]])',
      ),
    );
  });

  test('has no brackets for a 0-d tensor', () => {
    expect(`${torch.tensor(true)}`).toBe('tensor(True)');
  });

  test('says the size of an empty matrix, and dtypes that do not go without saying', () => {
    expect(`${torch.zeros([0, 3])}`).toBe('tensor([], size=(0, 3))');
    expect(`${torch.zeros([0], { dtype: 'int64' })}`).toBe('tensor([], dtype=torch.int64)');
    expect(`${torch.tensor([1], { dtype: 'int8' })}`).toBe('tensor([1], dtype=torch.int8)');
  });

  test('says what computed a tensor, or that it is a leaf', () => {
    const x = torch.tensor([1.5], { requires_grad: true });
    expect(`${x}`).toBe('tensor([1.5000], requires_grad=True)');
    expect(`${x.add(1)}`).toBe('tensor([2.5000], grad_fn=<AddBackward0>)');
  });

  test('moves a suffix to its own line where the line would have 80 columns', () => {
    const fits = torch.arange(10, 23, { dtype: 'int16' });
    expect(`${fits}`).toHaveLength(79);
    const moves = torch.arange(-100, -109, -1, { dtype: 'int8' });
    expect(`${moves}`.split('\n')[1]).toBe('       dtype=torch.int8)');
  });
});
