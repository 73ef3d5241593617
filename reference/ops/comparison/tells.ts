import type { Dtypes } from '../../apply/op.ts';
import { resultType } from '../../apply/promote.ts';
import type { Operand } from '../../autograd/vjp.ts';
import { bigintUnaryLoop, unaryLoop } from '../../kernels/loop.ts';
import type { View } from '../../memory/view.ts';

/** Dtype rule: the operand is looked at in its own dtype, and the result is bool. */
export const toBool = (operands: readonly Operand[]): Dtypes => ({ compute: resultType(operands), result: 'bool' });

/** out[i] = 1 if `holds` of a[i], else 0; of int64 as `ofBigint` says. */
export const tells =
  (holds: (x: number) => boolean, ofBigint: (x: bigint) => boolean) =>
  (out: View, [a]: readonly View[]): void => {
    if (a!.dtype === 'int64') bigintUnaryLoop(out, a!, ofBigint);
    else
      unaryLoop(out, a!, (n, to, o, from, p, s) => {
        for (let i = 0; i < n; i++) to[o + i] = holds(from[p + i * s]!) ? 1 : 0;
      });
  };
