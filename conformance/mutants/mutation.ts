/** What a mutation is: a right function turned into a wrong one. */
import type { Page } from '../pages/page.ts';
import type { Dtype } from '../values/case.ts';

export type Call = (...args: unknown[]) => unknown;
/** The library's ops, to make the wrong results with. */
export type Toolbox = Readonly<Record<string, Call>>;

export interface Mutation {
  readonly name: string;
  /** Whether it makes sense for an op with this page. */
  readonly suits: (page: Page, op: string) => boolean;
  /** The wrong op, given the right one. It calls `noted` when it really changed something. */
  readonly apply: (right: Call, tools: Tools, noted: () => void) => Call;
}

export interface Tools {
  readonly ops: Toolbox;
  readonly isTensor: (value: unknown) => boolean;
  readonly dtype: (tensor: unknown) => Dtype;
  readonly shape: (tensor: unknown) => readonly number[];
  readonly values: (tensor: unknown) => readonly (number | bigint | boolean)[];
  readonly requiresGrad: (tensor: unknown) => boolean;
  readonly detach: (tensor: unknown) => unknown;
  readonly withoutGraph: (run: () => unknown) => unknown;
}
