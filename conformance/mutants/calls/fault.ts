/** A fault that lies in some calls alone, as a mutation. */
import type { Dtype } from '../../values/case.ts';
import type { Kind } from '../kinds/kind.ts';
import type { Call, Mutation, Tools } from '../mutation.ts';
import { bend, bendArriving, byElements } from './bend.ts';
import { type Called, call, type Form, type Given } from './called.ts';
import { type Buffer, type Elements, elementsOf, rowMajor, sameElements, write } from './memory.ts';

export interface Fault {
  readonly name: string;
  readonly kind: Kind;
  /** The dtypes of results, or of gradients, that it changes. Absent: any. */
  readonly dtypes?: readonly Dtype[];
  /** The calls in whose way it lies. Absent: all. */
  readonly when?: (called: Called) => boolean;
  /** Changes the elements of each tensor that the op gives: of the k-th. */
  readonly result?: (y: Elements, called: Called, k: number) => void;
  /** Gives something else than the right result; undefined: that one. */
  readonly instead?: (called: Called) => { readonly value: unknown } | undefined;
  /** What of the gradient goes wrong: of which operands (by their names; absent: of all that there are), and how. */
  readonly gradient?: {
    readonly of?: string | ((given: Given, called: Called) => boolean);
    readonly change: (g: Elements, called: Called, given: Given) => void;
  };
  /** The same, as a change of the tensor: in the graph, if it is recorded. */
  readonly passed?: {
    readonly of?: string | ((given: Given, called: Called) => boolean);
    readonly change: (gradient: unknown, called: Called, given: Given) => unknown;
  };
  /** The gradient that arrives is misread. */
  readonly arriving?: (g: Elements, called: Called, memory: ReturnType<Tools['memory']>) => void;
}

/** The mutation that this fault amounts to, of what is called in that form. */
export const faultOf = (fault: Fault, form: (tools: Tools) => Form): Mutation => ({
  name: fault.name,
  kind: fault.kind,
  suits: () => true,
  when: (called) => mayChange(fault, called),
  bends: fault.result === undefined && fault.instead === undefined,
  apply: (right, tools, noted) => faulty(fault, form(tools), right, tools, noted),
});

/** Whether anything of a call is what the fault changes: whether it really does is seen when it is tried. */
function mayChange(fault: Fault, called: Called): boolean {
  const { gradient, passed, arriving, dtypes, when } = fault;
  const { tools, given, results } = called;
  const suits = (tensor: unknown): boolean => dtypes === undefined || dtypes.includes(tools.dtype(tensor));
  const of = gradient ?? passed;
  if (of !== undefined) {
    const bent = given.some((one) => one.edge !== null && suits(one.tensor) && matches(of.of, one, called));
    if (!bent || !results.some(tools.requiresGrad)) return false;
  } else if (arriving !== undefined) {
    if (!results.some(tools.requiresGrad)) return false;
  } else if (dtypes !== undefined && !results.some(suits)) return false;
  return when?.(called) !== false;
}

function faulty(fault: Fault, form: Form, right: Call, tools: Tools, noted: () => void): Call {
  let nth = 0;
  const kept: unknown[] = [];
  return (...args) => {
    const called = call(right, args, form, { nth: nth++, kept }, tools);
    if (!mayChange(fault, called)) return called.result;
    bent(fault, called, noted);
    if (fault.instead !== undefined) {
      const other = fault.instead(called);
      if (other === undefined) return called.result;
      noted();
      return other.value;
    }
    return fault.result === undefined ? called.result : damaged(fault.result, called, noted);
  };
}

const matches = (of: Required<Fault>['gradient']['of'], given: Given, called: Called): boolean =>
  of === undefined || (typeof of === 'string' ? of === given.name : of(given, called));

function bent({ gradient, passed, arriving }: Fault, called: Called, noted: () => void): void {
  const { tools } = called;
  for (const given of distinct(called.given)) {
    if (gradient !== undefined && matches(gradient.of, given, called))
      bend(
        called,
        given,
        byElements(tools, noted, (g) => gradient.change(g, called, given)),
      );
    if (passed !== undefined && matches(passed.of, given, called))
      bend(called, given, (g) => {
        const other = passed.change(g, called, given);
        if (other !== g) noted();
        return other;
      });
  }
  if (arriving === undefined) return;
  bendArriving(called, (g) => byElements(tools, noted, (y) => arriving(y, called, tools.memory(g)))(g));
}

/** A tensor that stands in two places has one gradient. */
const distinct = (given: readonly Given[]): readonly Given[] =>
  given.filter(({ edge }, i) => given.findIndex((other) => other.edge === edge) === i);

function damaged(change: Required<Fault>['result'], called: Called, noted: () => void): unknown {
  const { tools, result, results, writes, given } = called;
  if (results.length === 0 && !writes) {
    const other = wrongHost(result);
    if (other !== result) noted();
    return other;
  }
  const wrong = (tensor: unknown, k: number): unknown => {
    const memory = tools.memory(tensor);
    const y = elementsOf(memory);
    const before = [...y.data];
    change(y, called, k);
    if (sameElements(before, y.data)) return tensor;
    noted();
    const shared = given.some((one) => one.memory.buffer === memory.buffer);
    if (writes || !shared) {
      write(memory, y.data);
      return tensor;
    }
    if (given.some((one) => one.tensor === tensor)) {
      const copy = tools.ops.clone!(tensor, {});
      write(tools.memory(copy), y.data);
      return copy;
    }
    const buffer = new (memory.buffer.constructor as new (length: number) => Buffer)(y.data.length);
    tools.move(tensor, { shape: memory.shape, strides: rowMajor(memory.shape), offset: 0, buffer });
    write(tools.memory(tensor), y.data);
    return tensor;
  };
  if (writes) {
    results.forEach(wrong);
    return result;
  }
  const one = (value: unknown): unknown => (tools.isTensor(value) ? wrong(value, results.indexOf(value)) : value);
  return Array.isArray(result) ? result.map(one) : one(result);
}

/** Another value of the host. */
export const wrongHost = (value: unknown): unknown => {
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'bigint') return value + 1n;
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'string') return `${value}_`;
  if (!Array.isArray(value)) return value;
  return value.length === 0 ? [1] : value.map(wrongHost);
};
