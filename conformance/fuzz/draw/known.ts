/** What is known of tensors while a program is drawn, and what is wanted of them. */
import type { Shape } from '../../arbitraries/shape.ts';
import type { Domain } from '../../pages/page.ts';
import type { Dtype } from '../../values/case.ts';
import type { Takes } from './dtypes.ts';

/** What is known of a tensor that a name holds, without running anything. */
export interface Known {
  readonly name: string;
  readonly shape: Shape;
  readonly dtype: Dtype;
  /** It requires grad. */
  readonly grad: boolean;
  /** It is an input, or nothing recorded made it. */
  readonly leaf: boolean;
  /** It is not written to: several of its indices are one element, or it is a view in PyTorch where the pages say nothing. */
  readonly fixed: boolean;
  /** It was made while nothing was recorded. If it is a view, as some results are in PyTorch, writing to it later is not specified. */
  readonly silent?: boolean;
  /** The name of the tensor whose storage it may share. */
  readonly base: string;
}

/** What a program may hold, decided before its first op. */
export interface Mood {
  readonly dtypes: ReadonlySet<Dtype>;
  /** Whether there are tensors of whole numbers that say where: int64, or what stands for it. */
  readonly places: boolean;
  /** Options that are not drawn, as `op.option`: the implementation turned out to lack them. */
  readonly without: ReadonlySet<string>;
  /** Gradients will be asked for: floats may be leaves. */
  readonly gradients: boolean;
  /** NaN, infinities and the ends of the ranges are among the inputs. */
  readonly special: boolean;
}

export interface Want {
  readonly shape?: Shape;
  readonly takes?: Takes;
  readonly dtype?: Dtype;
  readonly domain?: Domain;
  readonly where?: (known: Known) => boolean;
  /** Never what is bound already. */
  readonly fresh?: boolean;
  /** Never a leaf. */
  readonly constant?: boolean;
  /** Nothing special among its elements: what lies outside the domain raises. */
  readonly plain?: boolean;
  readonly minRank?: number;
}
