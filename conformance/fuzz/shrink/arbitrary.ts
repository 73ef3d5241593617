import fc from 'fast-check';
import { Dice } from '../draw/dice.ts';
import { type DrawOptions, drawProgram } from '../draw/draw.ts';
import type { Program } from '../draw/program.ts';
import { smaller } from './smaller.ts';

/**
 * Random programs. Drawn op by op, with what is known of the names so far; shrunk as programs: steps, operands, options,
 * shapes, numbers, so that no shrinking step depends on how a program came about.
 */
class Programs extends fc.Arbitrary<Program> {
  readonly #options: DrawOptions;
  constructor(options: DrawOptions) {
    super();
    this.#options = options;
  }
  override generate(random: fc.Random): fc.Value<Program> {
    return new fc.Value(drawProgram(new Dice(random), this.#options), undefined);
  }
  override canShrinkWithoutContext(value: unknown): value is Program {
    return typeof value === 'object' && value !== null && 'ops' in value && 'observe' in value;
  }
  override shrink(program: Program): fc.Stream<fc.Value<Program>> {
    return fc.stream(candidates(program));
  }
}

function* candidates(program: Program): IterableIterator<fc.Value<Program>> {
  for (const one of smaller(program)) yield new fc.Value(one, undefined);
}

export const programs = (options: DrawOptions): fc.Arbitrary<Program> => new Programs(options);
