import { axis, broadcast, type Shape, shape as shapes, volume } from '../../arbitraries/shape.ts';
import { drawnFor, element, leaf, nested } from '../../arbitraries/tensor.ts';
import type { Domain } from '../../pages/page.ts';
import type { Dtype, Element, Literal, Step, TensorValue } from '../../values/case.ts';
import { isFloat } from '../../values/dtypes.ts';
import type { Dice } from './dice.ts';
import { drawDtype, isTaken, type Takes } from './dtypes.ts';
import type { Known, Mood, Want } from './known.ts';

/** The most elements of an input: of the usual ones, and of those with a long axis. */
const MOST = 24;
const MOST_OF_LONG = 67;
const arbitraries = new Map<string, ReturnType<typeof element>>();

/** A program while it is drawn. */
export class Draft {
  readonly dice: Dice;
  readonly mood: Mood;
  readonly inputs: Record<string, TensorValue> = {};
  readonly steps: Step[] = [];
  readonly known: Known[] = [];
  readonly observed: string[] = [];
  /** Inputs that are not looked at in the end. */
  readonly unobserved: Set<string> = new Set();
  /** Where the next step goes: the program, or a block of it. */
  body: Step[] = this.steps;
  recording = true;
  #results = 0;

  constructor(dice: Dice, mood: Mood) {
    this.dice = dice;
    this.mood = mood;
  }

  /** A name for a result. */
  result(): string {
    return `r${++this.#results}`;
  }

  /** A fresh input. */
  input(shape: Shape, dtype: Dtype, { domain = {}, constant = false, plain = false }: Want = {}): Known {
    const special = this.mood.special && !plain;
    const data = Array.from({ length: drawnFor(volume(shape)) }, () => this.#element(dtype, domain, special));
    return this.given(shape, dtype, data, constant);
  }

  /** A fresh input of these elements, row-major. */
  given(shape: Shape, dtype: Dtype, data: readonly Element[], constant = true): Known {
    const name = inputName(Object.keys(this.inputs).length);
    const grad = !constant && this.mood.gradients && isFloat(dtype) && this.dice.chance(0.7);
    const value: TensorValue = { dtype, shape, data: nested(data, shape) };
    this.inputs[name] = grad ? leaf(value) : value;
    const known = { name, shape, dtype, grad, leaf: true, fixed: false, base: name };
    this.known.push(known);
    return known;
  }

  /** A fresh input of whole numbers that say where. What stands for int64 is handed to nothing else. */
  places(shape: Shape, data: readonly number[]): Known {
    const known = this.given(shape, 'int64', data);
    if (!this.mood.dtypes.has('int64')) {
      this.known.pop();
      this.unobserved.add(known.name);
    }
    return known;
  }

  #element(dtype: Dtype, { low, high, avoid }: Domain, special: boolean): Element {
    const key = `${dtype} ${low} ${high} ${avoid} ${special}`;
    let arbitrary = arbitraries.get(key);
    if (arbitrary === undefined) {
      const domain = {
        ...(low !== undefined && { low }),
        ...(high !== undefined && { high }),
        ...(avoid && { avoid }),
      };
      arbitrary = element(dtype, { ...domain, special });
      arbitraries.set(key, arbitrary);
    }
    return this.dice.from(arbitrary);
  }

  /** The bound tensors that are wanted. */
  candidates({ shape, takes = 'any', dtype, where, minRank = 0 }: Want): Known[] {
    return this.known.filter(
      (one) =>
        (dtype === undefined ? isTaken(takes, one.dtype) : one.dtype === dtype) &&
        (shape === undefined || same(shape, one.shape)) &&
        one.shape.length >= minRank &&
        (where === undefined || where(one)),
    );
  }

  /** An operand: what is bound so far, or a fresh input. Undefined if the implementation has no dtype for it. */
  tensor(want: Want = {}): Known | undefined {
    const { dice } = this;
    const old = want.fresh ? [] : this.candidates(want);
    if (old.length > 0 && dice.chance(0.7)) return dice.chance(0.5) ? old.at(-1) : dice.pick(old);
    const dtype = want.dtype ?? this.dtype(want.takes ?? 'any');
    if (dtype === undefined || !this.mood.dtypes.has(dtype)) return undefined;
    const shape = want.shape ?? this.shape(want.minRank ?? 0);
    return this.input(shape, dtype, want);
  }

  /** Whether an in-place op may write to it now. */
  isWritable(one: Known): boolean {
    if (one.fixed || (this.recording && one.silent)) return false;
    const base = this.known.find(({ name }) => name === one.base) ?? one;
    return !(this.recording && base.grad && base.leaf);
  }

  /** A dtype of the class; in a program with gradients, mostly a floating one. */
  dtype(takes: Takes): Dtype | undefined {
    const prefers =
      this.mood.gradients && takes !== 'bool' && takes !== 'int64' && takes !== 'integer' && takes !== 'lapack';
    return drawDtype(this.dice, prefers && this.dice.chance(0.85) ? 'floating' : takes, this.mood.dtypes);
  }

  shape(minRank = 0, maxRank = 3): Shape {
    for (;;) {
      const drawn = this.dice.from(shapes({ minRank, maxRank: Math.max(minRank, maxRank), maxSize: 4 }));
      if (volume(drawn) <= (drawn.some((n) => n > MOST) ? MOST_OF_LONG : MOST)) return drawn;
    }
  }

  /** A shape that stretches to `to`: axes left off in front, or made 1. */
  narrower(to: Shape): Shape {
    const drop = this.dice.chance(0.3) ? this.dice.int(0, to.length) : 0;
    return to.slice(drop).map((n) => (this.dice.chance(0.3) ? 1 : n));
  }

  /** A shape that broadcasts with another one, either way. */
  beside(other: Shape): Shape {
    if (this.dice.chance(0.5)) return other;
    const wide = other.map((n) => (n === 1 && this.dice.chance(0.4) ? this.dice.int(2, 3) : n));
    const drawn = this.dice.chance(0.2) ? [this.dice.int(1, 3), ...wide] : this.narrower(wide);
    const both = broadcast(other, drawn);
    return both !== undefined && volume(both) <= 3 * MOST && drawn.length <= 5 ? drawn : other;
  }

  axis(shape: Shape): number {
    return shape.length === 0 ? this.dice.int(-1, 0) : this.dice.from(axis(shape));
  }

  step(op: string, operands: readonly Literal[], options: Readonly<Record<string, Literal>>, out?: Out): void {
    this.body.push({
      op,
      ...(operands.length > 0 && { in: operands }),
      ...(Object.keys(options).length > 0 && { with: options }),
      ...(out !== undefined && { out }),
    });
  }
}

type Out = string | readonly (string | null)[];

export const same = (a: Shape, b: Shape): boolean => a.length === b.length && a.every((n, k) => n === b[k]);

/** a, b, …, z, a1, b1, … */
const inputName = (at: number): string => {
  const letter = String.fromCharCode(97 + (at % 26));
  return at < 26 ? letter : `${letter}${Math.floor(at / 26)}`;
};
