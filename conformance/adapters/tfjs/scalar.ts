import * as tf from '@tensorflow/tfjs';
import { type Scalar, unsupported } from '../../adapter/contract.ts';

const types = { float: 'float32', int: 'int32', bool: 'bool' } as const;
const int32 = 2 ** 31;

/** What a 0-d tensor of a Python number was before float32 rounded it. */
const numbers = new WeakMap<tf.Tensor, number>();

/** Python numbers enter ops as 0-d tensors of their type. */
export function scalar(value: Scalar, type: 'int' | 'float' | 'bool'): tf.Tensor {
  const number = Number(value);
  if (type === 'int' && (number >= int32 || number < -int32)) return unsupported('an int beyond int32');
  const tensor = tf.scalar(type === 'bool' ? Boolean(value) : number, types[type]);
  numbers.set(tensor, number);
  return tensor;
}

/** Whether an operand is a number of the case, not a tensor. */
export const isNumber = (value: unknown): boolean => typeof value !== 'object' || numbers.has(value as tf.Tensor);

/** A number or a bool of the case, where tfjs wants a value of JavaScript. */
export const plainValue = (value: unknown): number | boolean => {
  const isBool = typeof value === 'boolean' || (value instanceof tf.Tensor && value.dtype === 'bool');
  return isBool ? Boolean(numberOf(value, 0)) : numberOf(value, 0);
};

/** Where tfjs wants a number, the one that the case has. */
export const numberOf = (value: unknown, absent: number): number => {
  if (value === undefined) return absent;
  return value instanceof tf.Tensor ? (numbers.get(value) ?? value.dataSync()[0]!) : Number(value);
};
