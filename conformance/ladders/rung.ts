/** A case of a ladder before PyTorch is asked. */
import type { Draft } from './program.ts';

export interface Rung {
  readonly id: string;
  readonly title: string;
  readonly rules: readonly string[];
  readonly draft: Draft;
}

/** An op's name as a part of an id: `add_` is `add-in-place`. */
export const stemOf = (op: string): string => op.replace(/_$/, '-in-place').replaceAll(/[_.]/g, '-').toLowerCase();

/** A rung of an op: `kind` and `of` end its id; what is said of the op, or of its gradient, is its title. */
export const rung = (op: string, clause: string, kind: string, of: string, says: string, draft: Draft): Rung => ({
  id: [stemOf(op), kind, of].filter((part) => part !== '').join('-'),
  title: says,
  rules: [`sizes.${clause}`],
  draft,
});
