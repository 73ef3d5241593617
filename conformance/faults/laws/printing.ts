import adapter from '../../adapters/reference/index.ts';
import { tools } from '../../mutants/reference.ts';
import type { Fault, Faulty } from './fault.ts';

type Print = NonNullable<Faulty['print']>;
const right = adapter.print!;

/** The reference with another text. */
const printing =
  (print: Print): Fault =>
  () => ({ ...adapter, print });

/** By law: what a library does that breaks it. */
export const printingFaults: Readonly<Record<string, readonly Fault[]>> = {
  'printing/reads-back': [
    // The last digit is cut off.
    printing((x) => right(x).replace(/(\.\d{3})\d/g, '$1')),
    // The sign of an exponent is lost.
    printing((x) => right(x).replace(/e-/g, 'e+')),
    // What cannot be computed is nothing.
    printing((x) => right(x).replace(/\bnan\b/g, ' 0.')),
  ],
  'printing/exact': [
    // An int64 goes through the host's number.
    printing((x) => right(x).replace(/\d{16,}/g, (digits) => BigInt(Number(digits)).toString())),
    // Booleans print as they are kept.
    printing((x) =>
      right(x)
        .replace(/\bTrue\b/g, '1')
        .replace(/\bFalse\b/g, '0'),
    ),
  ],
  'printing/brackets': [
    // Without elements there is nothing to say.
    printing((x) => right(x).replace(/, size=\([^)]*\)/, '')),
    // A single row is printed as a vector.
    printing((x) =>
      right(tools.shape(x)[0] === 1 ? (tools.ops.reshape!(x, { shape: tools.shape(x).slice(1) }) as never) : x),
    ),
    // The dtype is added to floats only.
    printing((x) => right(x).replace(/,\s+dtype=torch\.u?int\d+/, '')),
  ],
};
