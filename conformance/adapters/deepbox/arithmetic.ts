import * as nd from 'deepbox/ndarray';
import { type HostScalar, unsupported } from '../../adapter/contract.ts';
import type { Signatures } from '../../adapter/ops.gen.ts';
import { asIs, beside, isGrad, isTensor, lifted, type T } from './tensor.ts';

type Operand = T | HostScalar;
type Binary = (a: nd.Tensor, b: nd.Tensor) => nd.Tensor;

const pair = (a: Operand, b: Operand): readonly [T, T] =>
  isTensor(a) || isTensor(b) ? [beside(a, b), beside(b, a)] : unsupported('arithmetic of two numbers');

/** A function of `Tensor`s, and the method of `GradTensor` of the same meaning. */
const both =
  (method: 'add' | 'sub' | 'mul' | 'div', plain: Binary) =>
  (a: Operand, b: Operand): T => {
    const [x, y] = pair(a, b);
    return isGrad(x) || isGrad(y) ? lifted(x)[method](lifted(y)) : plain(x, y);
  };
/** A function that only `Tensor` has. */
export const forward =
  (plain: Binary) =>
  (a: Operand, b: Operand): T => {
    const [x, y] = pair(a, b);
    return plain(asIs(x), asIs(y));
  };

/** The library has functions of a tensor and a number, for two of these. */
const withNumber =
  (plain: (x: nd.Tensor, value: number) => nd.Tensor, other: (a: Operand, b: Operand) => T) =>
  (a: Operand, b: Operand): T => {
    if (typeof b === 'number' && isTensor(a) && !isGrad(a)) return plain(a, b);
    return typeof a === 'number' && isTensor(b) && !isGrad(b) ? plain(b, a) : other(a, b);
  };

const divide = both('div', nd.div);
const floorDivide = forward(nd.floorDiv);
const power = forward(nd.pow);

export const arithmetic: Pick<Signatures<T>, 'add' | 'sub' | 'mul' | 'div' | 'pow'> = {
  add: withNumber(nd.addScalar, both('add', nd.add)),
  sub: both('sub', nd.sub),
  mul: withNumber(nd.mulScalar, both('mul', nd.mul)),
  div: (a, b, { rounding_mode }) => {
    if (rounding_mode === undefined) return divide(a, b);
    return rounding_mode === 'floor' ? floorDivide(a, b) : unsupported('div rounding_mode trunc');
  },
  pow: (a, b) => (isGrad(a) && typeof b === 'number' ? a.pow(b) : power(a, b)),
};
