/** One call of an op on given tensors, before it has a place in a program. */
import type { Dtype, Element, Literal, Tolerance } from '../values/case.ts';

export type Shape = readonly number[];
export type Options = Readonly<Record<string, Literal>>;

/** A tensor of these numbers in row-major order, over and over until its shape is full. */
export interface Tensor {
  readonly dtype: Dtype;
  readonly shape: Shape;
  readonly repeats: readonly Element[];
}

/** A tensor that ops make of others: each is given what the one before it gave, and one of the others beside it. */
export interface Made {
  readonly from: readonly [Tensor, ...Tensor[]];
  readonly by: readonly { readonly op: string; readonly beside?: number; readonly options?: Options }[];
}

/** A tensor under the name of its operand: as it is, or as it is made. */
export interface Given {
  readonly name: string;
  readonly tensor: Tensor;
  readonly made?: Made;
  /** It is loaded into the module that is called, whose parameter takes the gradient. */
  readonly parameter?: true;
}

/** What stands at the place of an operand: a tensor, a list of them, or a literal. */
export type Operand = Given | { readonly each: readonly Given[] } | { readonly literal: Literal };

export interface Call {
  readonly op: string;
  /** In the order of the page. */
  readonly operands: readonly Operand[];
  readonly options?: Options;
  /** Tensors that options refer to. */
  readonly beside?: readonly Given[];
  /** Of the result, where the op's page does not tell. */
  readonly shape?: Shape;
  /** How many results there are, if not one. */
  readonly results?: number;
  /** The module whose call amounts to this one. */
  readonly module?: { readonly op: string; readonly options: Options };
  /** How many rounded terms an element adds up, if so many that their order shows. */
  readonly terms?: number;
  /** How near its results and gradients have to be, where the pages would accept more than 1 %. */
  readonly tolerance?: Tolerance | undefined;
}

/** Calls of one program: each by what its names end in. */
export type Calls = Readonly<Record<string, Call>>;

/** The tensors that a call is given, each once, and not those that its options refer to. */
export const givenTo = ({ operands }: Call): readonly Given[] => [
  ...new Set(operands.flatMap((operand) => ('each' in operand ? operand.each : 'tensor' in operand ? [operand] : []))),
];

/** The same, and those that its options refer to. */
export const tensorsOf = (call: Call): readonly Given[] => [...givenTo(call), ...(call.beside ?? [])];

/** The call with other tensors in the places of its own. */
export const changed = (call: Call, change: (one: Given) => Given): Call => {
  const held = new Map(tensorsOf(call).map((one) => [one, change(one)]));
  const operands = call.operands.map((operand): Operand => {
    if ('each' in operand) return { each: operand.each.map((one) => held.get(one)!) };
    return 'tensor' in operand ? held.get(operand)! : operand;
  });
  return { ...call, operands, ...(call.beside && { beside: call.beside.map((one) => held.get(one)!) }) };
};
