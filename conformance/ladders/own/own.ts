/** What ladders of one op are made of. */
import type { Page } from '../../pages/page.ts';
import type { Call, Calls, Operand, Options, Shape } from '../call.ts';
import type { Form, Ladder } from '../ladder.ts';
import { given } from '../numbers.ts';
import { named, shapes } from '../shapes.ts';

export type Own = Readonly<Record<string, (page: Page) => Ladder>>;

/** The op on operands of these shapes, in the order of its page. */
export const callOn = (page: Page, of: readonly Shape[], options: Options = {}): Call => ({
  op: page.name,
  operands: of.map((shape, k): Operand => given(page, page.operands[k]!.name, shape)),
  ...(Object.keys(options).length > 0 && { options }),
});

/** Calls on operands of these shapes, `2x3 3` in short, named after them. */
export const callsOn = (page: Page, ...calls: readonly string[]): Calls =>
  Object.fromEntries(calls.map(shapes).map((of) => [named(...of), callOn(page, of)]));

/** A form whose operands have shapes that depend on a number. */
export const formOn =
  (page: Page) =>
  (
    form: Omit<Form, 'at'>,
    of: (n: number) => readonly Shape[],
    options: (n: number) => Options = () => ({}),
  ): Form => ({ ...form, at: (n) => callOn(page, of(n), options(n)) });

/** The same calls for values and for gradients. */
export const laidOut = (calls: Calls): NonNullable<Ladder['layouts']> => ({ values: calls, gradients: calls });
