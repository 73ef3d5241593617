/** What of an op there can be more: elements, axes, ways to lie in memory. */
import type { Call, Calls } from './call.ts';

/** Something of which an op may be given any number: `at(n)` is the call with n of them. */
export interface Form {
  readonly id: string;
  /** What there are n of. */
  readonly many: string;
  /** The largest number that earns its time. */
  readonly upTo?: number;
  /** The same for gradients, which are long where values are not. */
  readonly gradientsUpTo?: number;
  readonly at: (n: number) => Call;
}

/** Calls that differ in the axes of their tensors, and what they have in common: the end of an id, and of a sentence that says that the op is right. */
export interface Group {
  readonly id: string;
  readonly where: string;
  readonly calls: Calls;
  /** Those whose gradients are taken, if not all. */
  readonly gradients?: Calls;
  /** A library may well lack that form: nothing else stands in a case with it. */
  readonly apart?: boolean;
}

export interface Ladder {
  /** The first form is asked for more numbers than the others. */
  readonly sizes?: readonly Form[];
  /** The calls whose tensors become views; in cases of their own, forms that a library may well lack. */
  readonly layouts?: { readonly values: Calls; readonly gradients: Calls; readonly apart?: readonly Group[] };
  readonly ranks?: readonly Group[];
  /** The calls whose gradients have gradients. */
  readonly second?: Calls;
  /** The same of forms that a library may well lack. */
  readonly secondApart?: readonly Group[];
  /** The calls at which gradients arrive as views, if not those of layouts. */
  readonly arriving?: Calls;
  /** Calls whose operands may be one tensor, if there are none among the others. */
  readonly shared?: Calls;
}
