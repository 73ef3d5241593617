/** What a library may do otherwise than PyTorch and document it: an op as it is then, said in ops of PyTorch. */
import type { Literal, OpStep } from '../../../values/case.ts';
import type { Program } from '../../draw/program.ts';

export type Floats = ReadonlySet<string>;

/** One of the choices. */
export interface Choice {
  /** What the page of the op calls it. */
  readonly id: string;
  /** The ops that stand for the step. They give its names the values and the gradients of this choice. */
  readonly steps: (step: OpStep, to: Writer) => void;
}

/** A point at which libraries choose. */
export interface Point {
  /** Whether a step may come to it, in a program of which these names hold floats. */
  readonly at: (step: OpStep, floats: Floats) => boolean;
  /** The least program that comes to it by such a step. */
  readonly probe: (step: OpStep) => Program;
  readonly choices: readonly Choice[];
}

type Options = NonNullable<OpStep['with']>;

/** Writes steps one after another, each result under a name of its own. */
export class Writer {
  readonly steps: OpStep[] = [];
  readonly #mark: string;
  constructor(mark: string) {
    this.#mark = mark;
  }

  /** A name that no program has. */
  name(): string {
    return `${this.#mark}_${this.steps.length}`;
  }

  make(op: string, operands: readonly Literal[], options?: Options): string {
    const out = this.name();
    this.give(op, operands, out, options);
    return out;
  }

  give(op: string, operands: readonly Literal[], out: string, options?: Options): void {
    this.steps.push({ op, in: operands, ...(options !== undefined && { with: options }), out });
  }

  /** The step itself with its first result under another name. */
  raw(step: OpStep): string {
    const out = this.name();
    this.steps.push({ ...step, out: typeof step.out === 'string' ? out : [out, ...(step.out ?? []).slice(1)] });
    return out;
  }

  /** Zeros whose derivative by `x` is 1, wherever it is finite. */
  passing(x: string): string {
    return this.make('sub', [x, this.make('detach', [x])]);
  }
}

/** The name that the first result of a step takes, if any. */
export const resultOf = ({ out }: OpStep): string | undefined =>
  typeof out === 'string' ? out : (out?.[0] ?? undefined);

/** The names among the operands of a step. */
export const operandsOf = ({ in: operands = [] }: OpStep): readonly string[] =>
  operands.filter((one) => typeof one === 'string');

/** Whether a step of this op takes floats, and nothing else, and its result has a name. */
export const takesFloats = (step: OpStep, op: string, floats: Floats): boolean =>
  step.op === op &&
  resultOf(step) !== undefined &&
  (step.in ?? []).length > 0 &&
  (step.in ?? []).every((one) => typeof one === 'string' && floats.has(one));
