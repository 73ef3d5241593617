import fc from 'fast-check';
import { Dice } from './dice.ts';

/** What `draw` makes of dice. It shrinks to nothing: what it is made of says how it came about, not what it is. */
class Drawn<T> extends fc.Arbitrary<T> {
  readonly #draw: (dice: Dice) => T;
  constructor(draw: (dice: Dice) => T) {
    super();
    this.#draw = draw;
  }
  override generate(random: fc.Random): fc.Value<T> {
    return new fc.Value(this.#draw(new Dice(random)), undefined);
  }
  override canShrinkWithoutContext(_: unknown): _ is T {
    return false;
  }
  override shrink(): fc.Stream<fc.Value<T>> {
    return fc.Stream.nil();
  }
}

export const drawn = <T>(draw: (dice: Dice) => T): fc.Arbitrary<T> => new Drawn(draw);
