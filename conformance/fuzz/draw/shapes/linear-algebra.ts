import type { Literal } from '../../../values/case.ts';
import type { Rule } from './rule.ts';

const pair = (value: Literal | undefined, otherwise: number): readonly [number, number] => {
  const both = value === undefined ? otherwise : (value as number | readonly [number, number]);
  return typeof both === 'number' ? [both, both] : both;
};

const conv2d: Rule = ([x = [], w = []], options) => {
  if (options.padding === 'same') return [...x.slice(0, -3), w[0]!, ...x.slice(-2)];
  const [stride, padding, dilation] = [
    pair(options.stride, 1),
    pair(options.padding === 'valid' ? 0 : options.padding, 0),
    pair(options.dilation, 1),
  ] as const;
  const spatial = [0, 1].map((k) => {
    const [n, taps] = [x.at(k - 2)!, w.at(k - 2)!];
    return Math.floor((n + 2 * padding[k]! - dilation[k]! * (taps - 1) - 1) / stride[k]!) + 1;
  });
  return spatial.some((n) => n < 0) ? undefined : [...x.slice(0, -3), w[0]!, ...spatial];
};

export const linearAlgebra: Readonly<Record<string, Rule>> = {
  conv2d,
  linear: ([x = [], w = []]) => [...x.slice(0, -1), ...w.slice(0, -1)],
};
