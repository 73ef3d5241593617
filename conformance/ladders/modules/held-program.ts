/** A program about modules that are made alike, and loaded with numbers that are known. */
import type { Literal } from '../../values/case.ts';
import type { Shape, Tensor } from '../call.ts';
import { COTANGENT, like } from '../drafts.ts';
import { Program } from '../program.ts';
import type { Sample } from './samples.ts';

const NUMBERS = [0.75, -1.25, 0.5, 1.5, -0.5, -0.75, 1.25];

/** Others for each parameter, and for each time that one is loaded. */
export const numbers = (shape: Shape, turn: number): Tensor => {
  const by = turn % NUMBERS.length;
  return like([...NUMBERS.slice(by), ...NUMBERS.slice(0, by)], shape);
};

export class Held extends Program {
  readonly sample: Sample;

  constructor(sample: Sample) {
    super({ apart: true });
    this.sample = sample;
  }

  /** The names of tensors for some parameters: those of one state differ from those of another. */
  state(name: string, turn: number, some: Sample['parameters'] = this.sample.parameters): Record<string, Literal> {
    return Object.fromEntries(
      some.map(([path, shape], k) => [
        path,
        { ref: this.give(`${name}_${path.replaceAll('.', '_')}`, numbers(shape, turn + k)) },
      ]),
    );
  }

  load(name: string, state_dict: Record<string, Literal>, options: { strict?: boolean } = {}): void {
    this.step('load_state_dict', [name], undefined, { state_dict, ...options });
  }

  /** A module with parameters that are known. */
  made(name: string, state: Record<string, Literal>): void {
    this.sample.make(this, name);
    this.load(name, state);
  }

  back(name: string, out: string): void {
    const { input, output } = this.sample;
    this.step('call', [name, 'x' in this.inputs ? 'x' : this.give('x', numbers(input, 3))], out);
    this.step('backward', [out, 'c' in this.inputs ? 'c' : this.give('c', like(COTANGENT, output))]);
  }

  ask(...names: readonly string[]): void {
    for (const name of names) this.expected[name] = '?';
  }

  paths(name: string, end = ''): string[] {
    return this.sample.parameters.map(([path]) => `${name}.${path}${end}`);
  }

  /** Whether what is tried raises: then it stays 1. */
  raises(name: string, run: () => void): void {
    const flag = this.give(name, { dtype: 'float32', shape: [1], repeats: [1] }, 'written');
    const before = this.ops.length;
    run();
    this.ops.push({ try: [...this.ops.splice(before), { op: 'zero_', in: [flag] }] });
    this.ask(flag);
  }
}
